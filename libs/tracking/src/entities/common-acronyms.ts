import { speakerKey } from '#domain';
import { acronymOf } from './names.js';

/** Bodies that news calls by an acronym without ever saying what it stands for, by the letters. */
const COMMON: ReadonlyMap<string, string> = new Map([
  ['un', 'United Nations'],
  ['eu', 'European Union'],
  ['au', 'African Union'],
  ['nato', 'North Atlantic Treaty Organization'],
  ['who', 'World Health Organization'],
  ['iom', 'International Organization for Migration'],
  ['icrc', 'International Committee of the Red Cross'],
  ['ifrc', 'International Federation of Red Cross and Red Crescent Societies'],
  ['wfp', 'World Food Programme'],
  ['fao', 'Food and Agriculture Organization'],
  ['iaea', 'International Atomic Energy Agency'],
  ['imf', 'International Monetary Fund'],
  ['osce', 'Organization for Security and Co-operation in Europe'],
  ['asean', 'Association of Southeast Asian Nations'],
  ['hrw', 'Human Rights Watch'],
  ['sohr', 'Syrian Observatory for Human Rights'],
]);
const BY_NAME: ReadonlyMap<string, string> = new Map(
  [...COMMON].map(([acronym, name]) => [keyOf(name), acronym] as const),
);

function keyOf(name: string): string {
  return speakerKey(name, 'organisation');
}

/** The acronym and the name of a body that everybody knows by both, where the name is one of the two; else null. */
export function commonAcronym(name: string): { readonly acronym: string; readonly name: string } | null {
  const acronym = acronymOf(name) ?? BY_NAME.get(keyOf(name));
  const full = acronym === undefined ? undefined : COMMON.get(acronym);
  return acronym === undefined || full === undefined ? null : { acronym, name: full };
}
