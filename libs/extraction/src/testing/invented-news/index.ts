import { HOSTAGES, LANDSLIDE, TRAIN } from './accidents.js';
import { EARTHQUAKE, RAID, RETURNS } from './conflicts.js';
import { CAMP, EPIDEMIC, FAMINE } from './crises.js';
import { COUP, PRISON } from './custody.js';
import { FLOOD, SHIPWRECK, WILDFIRE } from './disasters.js';
import { COLLAPSE, FACTORY, LEAK, STAMPEDE, VOLCANO } from './emergencies.js';
import { BULLETIN, INTERVIEW, LIVE } from './formats.js';
import { COURT, MINE, SIEGE } from './inquiries.js';
import type { InventedArticle } from './invented-article.js';
import { ELECTION, PROTEST, STRIKE } from './unrest.js';

export type { ExpectedFigure, InventedArticle } from './invented-article.js';

export const INVENTED_NEWS: readonly InventedArticle[] = [
  ...[FLOOD, SHIPWRECK, PROTEST, STRIKE, COURT, EPIDEMIC],
  ...[CAMP, ELECTION, MINE, WILDFIRE, FAMINE, SIEGE],
  ...[LANDSLIDE, HOSTAGES, TRAIN, RAID, RETURNS, EARTHQUAKE],
  ...[VOLCANO, STAMPEDE, FACTORY, COLLAPSE, LEAK],
  ...[PRISON, COUP, LIVE, INTERVIEW, BULLETIN],
];
