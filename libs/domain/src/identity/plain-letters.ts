/** Latin letters that Unicode does not take apart, as news spells them without: the one table of them. */
export const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ı: 'i',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
};

/**
 * Signs that belong to the letter beside them and that news leaves out: ayn, hamza, okina and their like (spacing modifier letters,
 * without the letter apostrophe U+02BC), accents that are characters of their own, and what nobody sees, as soft hyphens.
 */
export const UNWRITTEN = /[\p{M}\p{Cf}\u02B0-\u02BB\u02BD-\u02FF]/gu;
