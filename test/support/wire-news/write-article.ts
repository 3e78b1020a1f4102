import type { Chance } from '../chance.js';
import { choose, shuffled, type Quotation, type Story } from './story.js';

const HEADLINES = [
  '{Alarm|Grief|Anger|Worry} in [place] as {night|week|month} {ends|begins}',
  '[place]: {what we know|the day after|a town waits}',
  '{Hundreds|Many} {wait|search} for {answers|news} in [place]',
  '[region] {looks|turns} to [place] {after|in} {dark|hard} {hours|days}',
] as const;
const SAYING = [
  '"[q]," said [s], {a|the} [r].',
  '"[q]," [s], a [r] there, {told reporters|told local radio|recalled}.',
  '[s], a [r], {put it this way|did not hide what it felt like}: "[q]."',
  '{Asked|When asked} {about it|what comes next}, [r] [s] said: "[q]."',
] as const;

/** One author's text of a story: which facts in which order and in which words is chance; the quotations are as they were said. */
export function writeArticle(chance: Chance, story: Story, share = 1): string {
  const [lead, ...rest] = story.facts;
  const facts = [lead!, ...shuffled(chance, rest).filter(() => chance.happens(share))];
  const sentences = facts.map((wordings) => choose(chance, chance.pick(wordings as [string, ...string[]])));
  const quotations = story.quotations
    .filter(() => chance.happens(share))
    .map((quotation) => said(chance, quotation));
  const [first, ...others] = sentences;
  const paragraphs = [first!, ...shuffled(chance, [...pairUp(chance, others), ...quotations])];
  const text = [choose(chance, chance.pick(HEADLINES)), ...paragraphs].join('\n\n');
  return text.replace(/\[(\w+)\]/g, (_, slot: string) => story.slots[slot] ?? slot);
}

function said(chance: Chance, { words, speaker, role }: Quotation): string {
  return choose(chance, chance.pick(SAYING))
    .replace('[q]', words)
    .replace('[s]', speaker)
    .replace('[r]', role);
}

/** One or two sentences a paragraph. */
function pairUp(chance: Chance, sentences: readonly string[]): string[] {
  const paragraphs: string[] = [];
  for (const sentence of sentences) {
    const last = paragraphs.length - 1;
    if (last >= 0 && chance.happens(0.4)) paragraphs[last] += ` ${sentence}`;
    else paragraphs.push(sentence);
  }
  return paragraphs;
}
