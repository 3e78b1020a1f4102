/** Whether the making of a text, as its event keeps it, says that the headline was put before what came in. */
export const hasHeadlineFirst = (making: unknown): making is { readonly headlineFirst: true } =>
  (making as { readonly headlineFirst?: unknown } | null | undefined)?.headlineFirst === true;
