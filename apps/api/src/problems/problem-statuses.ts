/** The one place that knows HTTP: every error code that can reach a caller, its status and its title. */
export const PROBLEM_STATUSES: Readonly<Record<string, { readonly status: number; readonly title: string }>> =
  {
    'DOMAIN.INVALID_FIELDS': { status: 400, title: 'A field is wrong' },
    'DOMAIN.UNKNOWN_EVENT_TYPE': { status: 500, title: 'Unknown event type' },
    'INGESTION.ARTICLE_NOT_FOUND': { status: 404, title: 'No such article' },
    'EVENT_STORE.WRONG_EXPECTED_VERSION': { status: 409, title: 'Somebody else wrote first' },
    'EVENT_STORE.IDEMPOTENCY_CONFLICT': {
      status: 409,
      title: 'The idempotency key was used for another request',
    },
    'EVENT_STORE.OVERLOADED': { status: 503, title: 'Too much is waiting to be written' },
    'EVENT_STORE.INVALID_TEXT': { status: 400, title: 'A text cannot be stored' },
    'QUERY.VIEWS_NOT_READY': { status: 503, title: 'The views are not ready' },
    'QUERY.INVALID_CURSOR': { status: 400, title: 'Not a cursor of this service' },
    'API.NOT_FOUND': { status: 404, title: 'Not found' },
    'API.MALFORMED_JSON': { status: 400, title: 'The body is not JSON' },
    'API.BODY_TOO_LARGE': { status: 413, title: 'The body is too large' },
    'API.UNSUPPORTED_MEDIA_TYPE': { status: 415, title: 'Unsupported media type' },
    'API.BAD_REQUEST': { status: 400, title: 'Bad request' },
    'API.INTERNAL': { status: 500, title: 'Something failed on our side' },
  };
