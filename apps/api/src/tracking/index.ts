import { ArticleTrackingController } from './article-tracking.controller.js';
import { ArticleTrackingResolver } from './article-tracking.resolver.js';
import { ClaimCardsController } from './claim-cards.controller.js';
import { ClaimCardsResolver } from './claim-cards.resolver.js';
import { OverviewsController } from './overviews.controller.js';
import { OverviewsResolver } from './overviews.resolver.js';

export const trackingControllers = [ClaimCardsController, ArticleTrackingController, OverviewsController];
export const trackingResolvers = [ClaimCardsResolver, ArticleTrackingResolver, OverviewsResolver];
