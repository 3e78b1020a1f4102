import { CreateEventLog1795312800000 } from './create-event-log.js';

/** For platform's `migrate`, before the migrations of whoever reads the log. */
export const eventStoreMigrations = [CreateEventLog1795312800000];
