import type { Chance } from '../chance.js';
import { shuffled } from './story.js';

const SMALL_EDITS: readonly (readonly [RegExp, string])[] = [
  [/\bpeople\b/g, 'persons'],
  [/\bsaid\b/g, 'stated'],
  [/\band\b/g, 'as well as'],
  [/\bwere\b/g, 'had been'],
  [/\ba\b/g, 'one'],
  [/\bresidents\b/g, 'locals'],
  [/\bwithin\b/g, 'in under'],
];
const CREDITS = [
  (agency: string) => `(${agency})`,
  (agency: string) => `Source: ${agency}`,
  (agency: string) => `Reporting by Ada Corandale; ${agency}`,
  (agency: string) => `This article was originally published by ${agency}.`,
  (agency: string) => `© 2031 ${agency}. All rights reserved.`,
] as const;
const FURNITURE = [
  '3 min read',
  '12 comments',
  'Share this on Facebook',
  'Follow us for more news',
  'Read more: what the week brought',
  'Updated 2 hours ago',
  'Advertisement',
] as const;

/** Another outlet's printing of an agency's text: a headline of its own, cuts, credit lines, small edits, paragraphs in another order. */
export function wireVariant(chance: Chance, original: string, agency: string): string {
  if (chance.happens(0.05)) return original;
  const [headline, ...body] = original.split('\n\n');
  const kept = Math.max(3, Math.ceil(body.length * chance.pick([1, 1, 0.8, 0.6, 0.45, 0.35, 0.25])));
  const cut = body.slice(0, kept);
  const ordered = chance.happens(0.2) ? shuffled(chance, cut) : cut;
  const edited = chance.happens(0.6) ? ordered.map((paragraph) => edit(chance, paragraph)) : ordered;
  const dateline = chance.happens(0.3) ? `WENDALE, March 7 (${agency}) - ` : '';
  return [
    chance.happens(0.7)
      ? `What happened on ${chance.pick(['Monday', 'the coast', 'the border', 'that night'])}`
      : headline,
    ...(chance.happens(0.4) ? [chance.pick(FURNITURE)] : []),
    `${dateline}${edited[0]}`,
    ...edited.slice(1),
    ...(chance.happens(0.3) ? ['Our own staff will follow what happens next in the town hall.'] : []),
    ...(dateline === '' ? [chance.pick(CREDITS)(agency)] : []),
    ...(chance.happens(0.4) ? [chance.pick(FURNITURE)] : []),
  ].join(chance.happens(0.8) ? '\n\n' : '\n');
}

/** Up to three kinds of small edits, and now and then a word that is left out. */
function edit(chance: Chance, paragraph: string): string {
  const edits = shuffled(chance, SMALL_EDITS).slice(0, 1 + chance.below(3));
  const changed = edits.reduce(
    (text, [from, to]) =>
      text.replace(from, () => (chance.happens(0.5) ? to : from.source.replaceAll('\\b', ''))),
    paragraph,
  );
  return changed
    .split(' ')
    .filter(() => !chance.happens(0.02))
    .join(' ');
}
