import { AppendOptimistically1795328000000 } from './append-optimistically.js';
import { CreateConsumerGroups1795330000000 } from './create-consumer-groups.js';
import { CreateEventLog1795312800000 } from './create-event-log.js';
import { CreateLoads1795326100000 } from './create-loads.js';
import { CreateLogProof1795316400000 } from './create-log-proof.js';
import { ErasePayloads1795321800000 } from './erase-payloads.js';

/** For platform's `migrate`, before the migrations of whoever reads the log. */
export const eventStoreMigrations = [
  CreateEventLog1795312800000,
  CreateLogProof1795316400000,
  ErasePayloads1795321800000,
  CreateLoads1795326100000,
  AppendOptimistically1795328000000,
  CreateConsumerGroups1795330000000,
];
