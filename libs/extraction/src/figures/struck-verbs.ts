import { wordList } from '../words/word-list.js';

/** What an event does that kills and drives out: its day is theirs. */
export const STRUCK = wordList(
  'struck hit shook jolted rocked occurred happened erupted exploded collapsed capsized sank crashed derailed overturned broke swept tore ripped triggered made slammed battered began started',
);
