import { ClaimCardsController } from './claim-cards.controller.js';
import { ClaimCardsResolver } from './claim-cards.resolver.js';

export const trackingControllers = [ClaimCardsController];
export const trackingResolvers = [ClaimCardsResolver];
