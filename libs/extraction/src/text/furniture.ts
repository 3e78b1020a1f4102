/** Lines of one kind that a site sets around its articles, told by how they begin or by all their words. */
interface FurnitureRule {
  readonly name: string;
  readonly line: RegExp;
}

/** Names of buttons, menus and boxes, which stand alone or before what they lead to. */
const LABELS = [
  'share|tweet|email|pin|copy link|comments?|reply|subscribe|sign up|log in|sign in|newsletters?',
  'advertisement|advertising|sponsored(?: content)?|promoted|story continues below|article continues (?:below|after)',
  'related(?: (?:articles?|stories|content|news|coverage|topics))?|read more|read also|also read|read next|up next|see also|see more',
  "more on this|more from|more stories|more news|don[’']?t miss|in case you missed it|editors?[’']? picks?|top stories",
  'follow us|most (?:read|popular|viewed)|recommended|trending|skip to .{0,30}|back to top|breaking news alerts',
].join('|');
/** Plain words too: a colon behind them may open a headline ("Search: 12 still missing"). */
const BUTTONS = '(?:search|print|like|save)\\s*:?|(?:home|menu)(?:\\s*[|»>].{0,120})?';
const MORE = '(?:here )?(?:about|on|from|in)';
const ZONE = '(?:GMT|UTC|BST|CET|EET|EST|EDT|CST|PST|IST|local time)';
const CLOCK = `\\d{1,2}[:.]\\d{2}(?: ?[ap]\\.?m\\.?)?(?: ?${ZONE})?`;
const AGO = '\\d{1,3} ?(?:s|m|h|d|secs?|mins?|hrs?|seconds?|minutes?|hours?|days?) ago';

export const FURNITURE: readonly FurnitureRule[] = [
  { name: 'reading-time', line: /^\d{1,3} ?[- ]?min(?:ute)?s? (?:read|listen|watch)\b/i },
  { name: 'comment-form', line: /^(?:leave|post|add|write) a (?:reply|comment)/i },
  { name: 'counts', line: /^(?:\d[\d,.]*k? )?(?:shares?|comments?|views?|likes?|reads)$/i },
  { name: 'tags', line: /^(?:tags?|category|categories|filed under|topics?|keywords?|related topics) ?:/i },
  { name: 'label', line: new RegExp(`^(?:(?:${LABELS})\\s*(?:[:|»>].{0,120})?|${BUTTONS})$`, 'i') },
  { name: 'more', line: new RegExp(`^(?:read|see|find|get) more ${MORE}\\b[^.!?]{0,100}$`, 'i') },
  { name: 'player', line: /^(?:watch|listen|video|audio|podcast|gallery|in pictures|in photos|slideshow)(?: (?:now|live|here|below|again))? ?(?:[:|»>].{0,140})?$/i },
  { name: 'follow', line: /^(?:follow|like|join|find) (?:us|our (?:channel|page|live ?blog)) (?:on|at)\b/i },
  { name: 'share', line: /^(?:share|tweet|follow) (?:this|on|via)\b.{0,60}$/i },
  { name: 'newsletter', line: /^(?:sign up|subscribe|register)(?: (?:here|now|today))?(?: (?:for|to)\b.{0,120})?[.!]?$|^get (?:our|the|all the latest) [^.!?]{0,60}\b(?:newsletters?|alerts|in your inbox|delivered)\b/i },
  { name: 'cookies', line: /^(?:we|this (?:web)?site) (?:and our partners )?uses? cookies\b|^by (?:continuing to (?:browse|use)|signing up|subscribing|using this)\b|^(?:accept|reject|manage) (?:all )?(?:cookies|preferences)\b|^(?:privacy policy|terms of (?:use|service)|terms and conditions|cookie (?:policy|settings))\b.{0,60}$/i },
  { name: 'copyright', line: /^(?:copyright\b|©|\(c\) ?\d{4}|all rights reserved|©?\s*\d{4} .{0,60}all rights reserved)/i },
  { name: 'origin', line: /^(?:this (?:article|story|post) (?:was|first|originally)|originally published|(?:click|tap) here)\b/i },
  { name: 'live-mark', line: new RegExp(`^(?:(?:live|breaking|just in|developing(?: story)?)|(?:(?:posted|published|updated|last updated)(?: at)?:? )?(?:${CLOCK}|${AGO})|just now)$`, 'i') },
]; // prettier-ignore

/** All of them at once: nearly every line of an article is asked, and is none. */
const ANY = new RegExp(FURNITURE.map(({ line }) => line.source).join('|'), 'i');

/** Whether a line is set around an article by its site: its words are no one's report. */
export const isFurniture = (line: string): boolean => ANY.test(line);
