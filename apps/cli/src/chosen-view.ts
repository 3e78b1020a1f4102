import { InvalidFields } from '#domain';
import { projections, type Projection } from '#projections';

/** @throws {InvalidFields} naming the views there are */
export function chosenView(name: string): Projection {
  const chosen = projections.find((projection) => projection.name === name);
  if (chosen) return chosen;
  const names = projections.map((projection) => projection.name).join(', ');
  throw new InvalidFields('view', { view: `there is no view "${name}"; there are: ${names}` });
}
