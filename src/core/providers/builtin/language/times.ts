import { months, seasons, timeUnits, weekdays } from './nouns.js';
import { isNumber, type Token } from './tokens.js';

const low = (tokens: readonly Token[], at: number): string => tokens[at]?.low ?? '';
const isYear = (word: string): boolean => /^(?:1[0-9]|20)\d\ds?$/.test(word);

/** Length of the point in time that begins at `at` ("5 August 1914", "the 1990s", "March"), or 0. */
export function timeLength(tokens: readonly Token[], at: number): number {
  let i = at;
  if (
    /^(?:the|early|late|mid|about|around|approximately|or)$/.test(low(tokens, i)) ||
    low(tokens, i).startsWith('mid-')
  )
    i++;
  if (
    /^(?:early|late|mid|beginning|end|start|summer|winter|spring|autumn|morning|evening|afternoon)$/.test(
      low(tokens, i),
    ) &&
    isTimeWord(low(tokens, i + 1))
  )
    i++;
  if (
    /^(?:beginning|end|start|middle|morning|evening|night)$/.test(low(tokens, i)) &&
    low(tokens, i + 1) === 'of'
  ) {
    const more = timeLength(tokens, i + 2);
    if (more > 0) return i + 2 + more - at;
    if (/^(?:each|every|the|a)$/.test(low(tokens, i + 2)) && timeUnits.has(low(tokens, i + 3)))
      return i + 4 - at;
  }
  const nth = dayLength(tokens, i);
  if (nth > 0) return i + nth - at;
  const word = low(tokens, i);
  if (/^\d{1,4}$/.test(word) && /^(?:b\.?c\.?(?:e\.?)?|a\.?d\.?|c\.?e\.?)$/.test(low(tokens, i + 1)))
    return i + (tokens[i + 2]?.text === '.' ? 3 : 2) - at;
  if (isYear(word)) return i + 1 - at;
  if (/^\d{4}-\d\d-\d\d$/.test(word) || /^\d{1,2}\/\d{1,2}\/\d{2,4}$/.test(word)) return i + 1 - at;
  if (/^\d{1,2}(?:st|nd|rd|th)?$/.test(word) && months.has(low(tokens, i + 1))) {
    i += 2;
  } else if (months.has(word) && (tokens[i]?.capital ?? false)) {
    i++;
    if (/^\d{1,2}(?:st|nd|rd|th)?$/.test(low(tokens, i))) i++;
  } else if (weekdays.has(word)) {
    i++;
    if (tokens[i]?.text === ',' && (months.has(low(tokens, i + 1)) || months.has(low(tokens, i + 2))))
      return i + 1 + timeLength(tokens, i + 1) - at;
  } else if (
    /^\d{1,2}(?::\d\d)?(?:am|pm)?$/.test(word) &&
    (/^(?:am|pm|a\.m\.|p\.m\.|utc|gmt|o'clock)$/.test(low(tokens, i + 1)) || /:|am|pm/.test(word))
  ) {
    return (
      i + (/:|am|pm/.test(word) && !/^(?:am|pm|a\.m\.|p\.m\.|utc)$/.test(low(tokens, i + 1)) ? 1 : 2) - at
    );
  } else if (/^(?:noon|midnight|christmas|easter)$/.test(word)) {
    return i + 1 - at;
  } else if (/^\d{1,2}(?:st|nd|rd|th)$/.test(word) && /^(?:century|centuries)$/.test(low(tokens, i + 1))) {
    return i + 2 - at;
  } else if (seasons.has(word) && low(tokens, i + 1) === 'of' && isYear(low(tokens, i + 2))) {
    return i + 3 - at;
  } else return 0;
  if (tokens[i]?.text === ',' && isYear(low(tokens, i + 1))) i++;
  if (isYear(low(tokens, i))) i++;
  return i - at;
}

/** Length of "fourth Sunday of April", "your first day of employment", "last Friday of each month" at `at`, or 0. */
function dayLength(tokens: readonly Token[], at: number): number {
  let i = at;
  if (/^(?:your|their|its|each|every)$/.test(low(tokens, i))) i++;
  if (!/^(?:first|second|third|fourth|fifth|last)$/.test(low(tokens, i))) return 0;
  i++;
  if (/^(?:business|working|full|calendar)$/.test(low(tokens, i))) i++;
  const word = low(tokens, i);
  if (!weekdays.has(word) && !/^(?:day|weekday|weekend|week|month|quarter)$/.test(word)) return 0;
  i++;
  if (!/^(?:of|in)$/.test(low(tokens, i))) return weekdays.has(word) || low(tokens, i) === '' ? i - at : 0;
  i++;
  if (/^(?:the|each|every|a|their|your|its|employment)$/.test(low(tokens, i))) i++;
  const noun = tokens[i];
  if (noun && !noun.mark && /^\p{L}+$/u.test(noun.text) && low(tokens, i - 1) !== 'employment') i++;
  return i - at;
}

export const isTimeWord = (word: string): boolean => isYear(word) || months.has(word) || weekdays.has(word);

/** Length of "10 days", "up to two hours", "a week" at `at`, or 0. */
export function durationLength(tokens: readonly Token[], at: number): number {
  let i = at;
  while (
    /^(?:up|to|at|least|most|about|around|approximately|more|than|less|over|nearly|almost|only|a|an|one|the|another|minimum|maximum|of|further|next|first|last|under|exactly|some|several|few|many|couple)$/.test(
      low(tokens, i),
    ) &&
    i < at + 5
  )
    i++;
  const joining = /^(?:to|or|and|–|full|business|working|calendar|consecutive|more|academic|half|paid)$/;
  if (isNumber(low(tokens, i)) || /^\d+[-–]\d+$/.test(low(tokens, i))) {
    i++;
    while (isNumber(low(tokens, i)) || (joining.test(low(tokens, i)) && isNumber(low(tokens, i + 1)))) i++;
  } else if (i === at || !/^(?:a|an|one|several|few|many|of)$/.test(low(tokens, i - 1))) {
    const joined = /^(\d+|one|two|three|four|five|six|ten)-(day|week|month|year|hour|minute)$/.test(
      low(tokens, i),
    );
    if (!joined) return 0;
    return i + 1 - at;
  }
  while (joining.test(low(tokens, i))) i++;
  if (!timeUnits.has(low(tokens, i))) return 0;
  i++;
  // "2 hours 20 minutes"
  const more = low(tokens, i) === 'and' ? i + 1 : i;
  if (isNumber(low(tokens, more)) && timeUnits.has(low(tokens, more + 1))) return more + 2 - at;
  return i - at;
}
