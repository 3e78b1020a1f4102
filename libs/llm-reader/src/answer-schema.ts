import {
  FIGURE_STATUSES,
  MEASURES,
  METRICS,
  PLACE_ROLES,
  POLARITIES,
  QUANTIFIERS,
  SOURCE_KINDS,
  SPEECH_ACTS,
  STATEMENT_FORMS,
  UNITS,
} from '#domain';

const text = { type: 'string' };
const textOrNull = { type: ['string', 'null'] };
const numberOrNull = { type: ['number', 'null'] };
const oneOf = (words: readonly string[]) => ({ type: 'string', enum: words });

/** Strict structured output asks for every property to be required and no other to be allowed. */
const object = (properties: Record<string, object>) => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});

const speaker = {
  anyOf: [
    object({
      name: text,
      role: textOrNull,
      kind: oneOf(SOURCE_KINDS.filter((kind) => kind !== 'publisher')),
      verb: text,
    }),
    { type: 'null' },
  ],
};

/** JSON Schema of an answer, from the vocabulary: what a server with structured output holds the model to. */
export const ANSWER_SCHEMA = object({
  figures: {
    type: 'array',
    items: object({
      quote: text,
      metric: oneOf(METRICS),
      measure: oneOf(MEASURES),
      value: numberOrNull,
      max: numberOrNull,
      quantifier: oneOf(QUANTIFIERS),
      unit: oneOf(UNITS),
      unitText: text,
      status: oneOf(FIGURE_STATUSES),
      place: textOrNull,
      placeRole: { type: ['string', 'null'], enum: [...PLACE_ROLES, null] },
      period: textOrNull,
      speaker,
    }),
  },
  statements: {
    type: 'array',
    items: object({ quote: text, form: oneOf(STATEMENT_FORMS), act: oneOf(SPEECH_ACTS), speaker }),
  },
  claims: {
    type: 'array',
    items: object({ quote: text, polarity: oneOf(POLARITIES), answers: textOrNull, speaker }),
  },
});
