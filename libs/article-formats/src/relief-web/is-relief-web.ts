import { isObject, type JsonObject } from '../json-object.js';

/** Whether a value is an answer of the ReliefWeb API. It stands apart from what reads one, whose parser belongs to a thread. */
export const isReliefWeb = (value: unknown): value is { readonly data: readonly JsonObject[] } =>
  isObject(value) &&
  Array.isArray(value['data']) &&
  value['data'].every((report) => isObject(report) && isObject(report['fields']));
