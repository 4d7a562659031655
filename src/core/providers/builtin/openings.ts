import { inside, type Casing } from './language/casing.js';
import { isGivenName } from './language/nouns.js';
import { capitalize, tokenize } from './language/tokens.js';
import { verbAs } from './language/verbs.js';
import { CONNECTOR, HARD_CONNECTOR } from './language/words.js';

/** What only may be so. */
const GUESSED = /^(?:(?:most|very|quite) (?:likely|probably)|probably|perhaps|maybe|possibly|presumably)\b/i;
/** "Note: ", "Storage: ": what stands before a whole sentence of its own. */
const LABEL = /^[\p{L}\p{N}][^.:!?]{1,40}(?::| [–—-])\s+(?=\p{Lu}[\p{L}’']*\s\S+\s\S)/u;
/** "03:17 – ", "8 Nov, 01:50 – ", "1987: ": the time of what a chronicle's line tells. */
const TIMED =
  /^(?:((?:\d{1,2} \p{Lu}\p{Ll}{2,8}|\p{Lu}\p{Ll}{2,8} \d{1,2})(?: \d{4})?),? )?(\d{1,2}[:.]\d\d)(?: ?(?:UTC|GMT|[ap]\.?m\.?))?(?::| ?[–—-])\s+(?=\p{Lu}\S*\s\S+\s\S)/u;
const DATED =
  /^(?:((?:\d{1,2} )?\p{Lu}\p{Ll}{2,8},? (?:1[5-9]|20)\d\d)|((?:1[5-9]|20)\d\d))(?::| ?[–—-])\s+(?=\p{Lu}\S*\s\S+\s\S)/u;
/** "Its owner, the teacher Ada Byron, moved": who it was is said by the name. */
const RENAMED =
  /^(?:(?:Its|Their|His|Her|Another|One|The (?:other|latter|former|first|second|third|last))(?: of (?:them|these|those))?(?: [\p{Ll}\d][\p{L}\d-]{1,20}){0,3}), ((?:(?:the|an?) )?(?:[\p{L}-]{2,20} ){0,4}\p{Lu}\p{Ll}[\p{L}-]{0,20} \p{Lu}[\p{L}’'-]{1,20}), (?=\p{Ll})/u;
/** "Should you want proof, you can ask for it": a condition. */
const INVERTED = /^Should (?=(?:you|they) \p{Ll})/u;

/**
 * The sentence without the words that only join it to the one before, and with the time of a chronicle's line as
 * part of it; undefined where the words that would go carry its sense.
 */
export function opened(text: string, casing: Casing): string | undefined {
  const numbered = text.replace(/^\d{1,3}(?:\.\d{1,3})+\.?\s+(?=\p{Lu})/u, '');
  let rest = timed(numbered, casing) ?? numbered.replace(LABEL, '');
  if (HARD_CONNECTOR.test(rest) || GUESSED.test(rest)) return undefined;
  for (let i = 0; i < 2; i++) {
    const match = CONNECTOR.exec(rest);
    if (!match) break;
    rest = capitalize(rest.slice(match[0].length));
  }
  const named = RENAMED.exec(rest);
  // "Her father, Ivo Byron, was a clerk; her mother ...": whose mother, the name does not say
  if (
    named?.[1] !== undefined &&
    !/\b(?:his|her|she|he|him|its|their|they)\b/i.test(
      /^(?:His|Her)\b/.test(rest) ? rest.slice(named[0].length) : '',
    )
  )
    rest = `${capitalize(named[1])} ${rest.slice(named[0].length)}`;
  return rest.replace(INVERTED, 'If ');
}

/** "03:17 – Sending is paused" as "At 03:17, sending is paused". */
function timed(text: string, casing: Casing): string | undefined {
  const clock = TIMED.exec(text);
  const [, day, hour = ''] = clock ?? [];
  const date = clock ? undefined : DATED.exec(text);
  const when = clock
    ? day === undefined
      ? `At ${hour}`
      : `On ${day} at ${hour}`
    : date
      ? `${/^\d{1,2} /.test(date[1] ?? '') ? 'On' : 'In'} ${date[1] ?? date[2] ?? ''}`
      : undefined;
  if (when === undefined) return undefined;
  const told = text.slice((clock ?? date)?.[0].length);
  const [first = '', second = ''] = told.split(' ', 2);
  // "Queue depth passes": no name, for a noun follows; "Ada sends" may be one
  const noun =
    /^\p{Lu}\p{Ll}+$/u.test(first) &&
    /^\p{Ll}{3,}$/u.test(second) &&
    !casing.names.has(first) &&
    !isGivenName(first.toLowerCase()) &&
    verbAs(second, 'third', 'past', 'past-or-participle') === undefined;
  const start = noun ? first.toLowerCase() : inside(tokenize(first), casing);
  return `${when}, ${start}${told.slice(first.length)}`;
}
