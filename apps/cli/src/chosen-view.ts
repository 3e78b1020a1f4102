import { InvalidFields } from '#domain';
import { projections, type Projection } from '#projections';

/** @throws {InvalidFields} naming the views there are, as an argument of the verb */
export function chosenView(verb: string, name: string): Projection {
  const chosen = projections.find((projection) => projection.name === name);
  if (chosen) return chosen;
  const names = projections.map((projection) => projection.name).join(', ');
  throw new InvalidFields(verb, { view: `there is no view "${name}"; there are: ${names}` });
}
