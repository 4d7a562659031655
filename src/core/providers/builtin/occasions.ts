import type { Page } from './candidate.js';
import { commonWords } from './language/nouns.js';
import { isWhole } from './language/phrases.js';
import { textOf, tokenize } from './language/tokens.js';
import { gerundOf, verbAs } from './language/verbs.js';
import { finiteAuxiliaries } from './language/words.js';

/** "How to give feedback", "Giving feedback", "Give feedback": "giving feedback". */
export function occasionOf(title: string, page: Page): string | undefined {
  const tokens = tokenize(title.replace(/^How (?:to|do (?:I|you)) /i, ''));
  const [first, second] = tokens;
  if (
    !first ||
    !second ||
    second.mark ||
    tokens.length > 9 ||
    tokens.some(
      (token, i) =>
        token.mark ||
        finiteAuxiliaries.has(token.low) ||
        (/^(?:and|or)$/.test(token.low) && verbAs(tokens[i + 1]?.low ?? '', 'base')),
    )
  )
    return undefined;
  if (
    /^(?:welcome|thank|meeting|contributing|welcoming|onboarding|engineering|marketing|networking|accounting|understanding|learning|training|pricing|billing|housing|funding|staffing|operating|governing|supporting|existing|remaining|underlying|matching|upcoming|finishing|getting|backup|setup|login|signup|logout|checkout|startup|shutdown)$/.test(
      first.low,
    )
  )
    return undefined;
  const how = /^How /i.test(title);
  const gerund = verbAs(first.low, 'gerund');
  const base = verbAs(first.low, 'base');
  const object = /^(?:the|a|an|your|to|for|with|in|on|from|up|out)$/.test(second.low);
  const verb = gerund ? first.low : base && (how || object) ? gerundOf(first.low) : undefined;
  if (verb === undefined) return undefined;
  // "Opening Files": words of a title
  const rest = tokens.slice(1).map((token, i, all) =>
    token.capital &&
    (page.casing.small.has(token.low) ||
      // "Making a Career", but "from Fenwick Animal Shelter"
      (commonWords.has(token.low) && !all[i - 1]?.capital && !all[i + 1]?.capital))
      ? { ...token, text: token.low }
      : token,
  );
  return isWhole(rest, 8) ? `${verb} ${textOf(rest)}` : undefined;
}
