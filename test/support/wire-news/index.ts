export { inventSeries, writeBulletin, type BulletinSeries } from './bulletin.js';
export { inventStory, name as inventName, type Story } from './story.js';
export { wireVariant } from './wire-variant.js';
export { writeArticle } from './write-article.js';
