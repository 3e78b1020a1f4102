/** Nouns of who does or undergoes something ("smugglers", "herders", "trainees"); things that are called so are left out. */
const AGENTS = /[a-z]{2}(?:ers|ors|ists|eers|ees|ians|ants|mates|folk|hands)$/;

const THINGS =
  /^(?:containers|computers|trailers|tankers|freighters|trawlers|cruisers|boilers|generators|motors|tractors|helicopters|towers|routers|scooters|bulldozers|diggers|loaders|carriers|launchers|letters|papers|newspapers|posters|orders|offers|answers|numbers|rivers|shoulders|fingers|corners|borders|quarters|headquarters|centers|meters|kilometers|shelters|bunkers|theaters|chambers|counters|errors|doors|floors|sectors|factors|corridors|reactors|mirrors|trees|committees|degrees|restaurants|plants|elephants|grants|warrants|barriers|rollers|printers|speakers|stickers|banners|flowers|feathers|spiders|copters|steamers|liners|sleepers|bombers|transformers|transmitters|pointers|others|matters|disasters|encounters|murders|dinners)$/;

/** Someone who does or undergoes something, by the form of the noun. */
export function isAgent(noun: string): boolean {
  return AGENTS.test(noun) && !THINGS.test(noun);
}
