import { speakerOf, type StatementMade } from '#domain';
import type { StoredEvent } from '#event-store';
import { foldedWords, reportRow, sourceId } from '../reports/report-row.js';
import type { Row } from '../view-table.js';

export interface StatementRows {
  readonly report: Row;
  /** Null where nobody is named. */
  readonly speakerName: Row | null;
}

export function statementRows(event: StoredEvent): StatementRows | null {
  if (event.type !== 'StatementMade') return null;
  const statement = event.data as StatementMade;
  const { form, act, polarity, attributionMode, pieces, cue, utteredOn } = statement;
  return {
    report: {
      ...reportRow(event, statement, utteredOn),
      form,
      act,
      polarity,
      attribution_mode: attributionMode,
      pieces,
      cue,
      uttered_on: utteredOn,
    },
    speakerName: speakerNameRow(event, statement),
  };
}

function speakerNameRow(event: StoredEvent, statement: StatementMade): Row | null {
  const speaker = speakerOf(statement.attribution);
  if (!speaker) return null;
  return {
    workspace: event.workspace,
    speaker_id: sourceId(event.workspace, speaker),
    name: speaker.name,
    name_words: foldedWords(speaker.name),
    kind: speaker.kind,
    first_seq: event.seq,
  };
}
