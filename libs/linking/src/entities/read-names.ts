import {
  foldName,
  sourceParts,
  type ArticleText,
  type AttributionLink,
  type EntityKind,
  type FigureReported,
  type Report,
} from '#domain';
import type { StoredEvent } from '#event-store';
import { nameCandidates, type Gazetteer, type Place } from '#gazetteer';
import { deterministicId } from '#platform';
import {
  acronymTies,
  commonAcronym,
  sourceBehind,
  type AcronymTie,
  type KnownTie,
  type NameMention,
} from '#tracking';

/** What one event says of names. */
export interface NamesOfEvent {
  readonly articleId: string;
  readonly mentions: readonly NameMention[];
  readonly ties: readonly KnownTie[];
}

const REPORT_TYPES = new Set(['FigureReported', 'StatementMade', 'ClaimRecorded']);
/** "the city" names nothing. */
const NAMED = /\p{Lu}/u;

/** The names in the events of a batch, by event; the gazetteer is asked once for all of their places. */
export async function readNames(
  batch: readonly StoredEvent[],
  workspace: string,
  gazetteer: Gazetteer,
): Promise<ReadonlyMap<string, NamesOfEvent>> {
  const reports = batch.filter(({ type }) => REPORT_TYPES.has(type));
  const texts = [...new Set(reports.flatMap((event) => placesOf(event).map(({ text }) => text)))].filter(
    (text) => NAMED.test(text),
  );
  const linked = texts.length > 0 ? await gazetteer.link(texts) : [];
  const places = new Map(texts.map((text, at) => [text, linked[at] ?? null]));
  return new Map(batch.map((event) => [event.eventId, namesOf(event, workspace, places)]));
}

function namesOf(
  event: StoredEvent,
  workspace: string,
  places: ReadonlyMap<string, Place | null>,
): NamesOfEvent {
  if (event.type === 'ArticleIngested' || event.type === 'ArticleRevised') {
    const { articleId, text } = event.data as ArticleText & { readonly articleId: string };
    return { articleId, mentions: [], ties: tiesOf(text, workspace) };
  }
  if (!REPORT_TYPES.has(event.type)) return { articleId: '', mentions: [], ties: [] };
  const { reportId, articleId, attribution } = event.data as Report;
  const sources = attribution.flatMap((link, index) => {
    const mention = { reportId, field: 'attribution', index } as const;
    return namedIn(link).map(({ kind, name, role }) => {
      const entityId = deterministicId(...sourceParts(workspace, { name, kind }));
      return { mention, entityId, kind, name, spelling: foldName(name), role };
    });
  });
  const located = placesOf(event).flatMap(({ text }, index) => {
    const spelling = foldName(text);
    if (!places.has(text) || spelling === '') return [];
    const entityId = placeId(workspace, text, places.get(text) ?? null);
    const mention = { reportId, field: 'places', index } as const;
    return [{ mention, entityId, kind: 'place' as const, name: text, spelling, role: null }];
  });
  return {
    articleId,
    mentions: [...sources.filter(({ spelling }) => spelling !== ''), ...located],
    ties: sources.flatMap(({ kind, name }) => (kind === 'organisation' ? commonTies(name, workspace) : [])),
  };
}

type SourceEntityKind = Exclude<EntityKind, 'place'>;
type SourceName = Pick<AttributionLink, 'name' | 'role'> & { readonly kind: SourceEntityKind };

/** Whom a link names: its source, and the body that he speaks for, whose report it is. */
function namedIn(link: AttributionLink): SourceName[] {
  const kind = kindOf(link);
  const own = kind === null ? [] : [{ kind, name: link.name, role: link.role }];
  const { name } = sourceBehind(link);
  return name === link.name ? own : [...own, { kind: 'organisation', name, role: null }];
}

/** Nobody in particular is no entity; an outlet is an organisation like the agency it quotes. */
function kindOf({ kind }: AttributionLink): SourceEntityKind | null {
  if (kind === 'anonymous') return null;
  return kind === 'publisher' ? 'organisation' : kind;
}

const placesOf = ({ type, data }: StoredEvent): FigureReported['places'] =>
  type === 'FigureReported' ? (data as FigureReported).places : [];

/** "eastern Melbury" lies in Melbury and is not it: only words that are a place's whole name stand for it. */
function placeId(workspace: string, text: string, place: Place | null): string {
  const spelling = foldName(text);
  const isWhole = place !== null && (foldName(place.name) === spelling || nameCandidates(text).length === 1);
  return deterministicId('place', workspace, isWhole ? place.id : spelling);
}

const tiesOf = (text: string, workspace: string): KnownTie[] =>
  acronymTies(text).map((tie) => tieOf(tie, workspace));

function commonTies(name: string, workspace: string): KnownTie[] {
  const tie = commonAcronym(name);
  return tie ? [{ ...tieOf(tie, workspace), isCommon: true }] : [];
}

function tieOf({ acronym, name }: AcronymTie, workspace: string): KnownTie {
  const idOf = (body: string) =>
    deterministicId(...sourceParts(workspace, { name: body, kind: 'organisation' }));
  return { acronymId: idOf(acronym), nameId: idOf(name) };
}
