export { fillClaims, fillPlaces, type FilledClaims } from './fill-claims.js';
export { dateOf, InventedNews, toldOn, type Story, type ToldFigure } from './invented-news.js';
