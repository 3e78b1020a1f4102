export { FeedChecker, type FeedCheck } from './check-feed.js';
export { FeedFiles } from './feed-files.js';
export { feedWorld } from './feed-world.js';
export { FeedWatch, MAX_PAGES } from './feed-watch.js';
