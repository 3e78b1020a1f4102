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
    'EVENT_STORE.INVALID_TEXT': { status: 400, title: 'A text cannot be stored' },
    'EVENT_STORE.INVALID_APPEND': { status: 400, title: 'The append cannot be written' },
    'EVENT_STORE.INVALID_READ': { status: 400, title: 'The page cannot be read as asked' },
    'EVENT_STORE.OVERLOADED': { status: 503, title: 'Too much is waiting to be written' },
    'EVENT_STORE.UNAVAILABLE': { status: 503, title: 'The log cannot be used now' },
    'EVENT_STORE.CLOSED': { status: 503, title: 'The program is stopping' },
    'EVENT_STORE.LOG_GAP': { status: 500, title: 'Events are missing from the log' },
    'EVENT_STORE.FAILURE': { status: 500, title: 'The log failed' },
    'QUERY.VIEWS_NOT_READY': { status: 503, title: 'The views are not ready' },
    'QUERY.UNAVAILABLE': { status: 503, title: 'The views cannot be read now' },
    'QUERY.INVALID_CURSOR': { status: 400, title: 'Not a cursor of this service' },
    'API.NOT_FOUND': { status: 404, title: 'Not found' },
    'API.MALFORMED_JSON': { status: 400, title: 'The body is not JSON' },
    'API.BODY_TOO_LARGE': { status: 413, title: 'The body is too large' },
    'API.UNSUPPORTED_MEDIA_TYPE': { status: 415, title: 'Unsupported media type' },
    'API.BAD_REQUEST': { status: 400, title: 'Bad request' },
    'API.INTERNAL': { status: 500, title: 'Something failed on our side' },
  };
