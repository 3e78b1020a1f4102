/** Past forms by which a text keeps its distance and names nobody: "is alleged to have", "were believed to". */
export const HEDGING_VERBS = 'alleged|reported|rumou?red|said|believed|thought|understood';
