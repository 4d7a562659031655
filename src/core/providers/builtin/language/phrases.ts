import { isPlural } from './nouns.js';
import {
  coordinators,
  determiners,
  finiteBe,
  isAdverb,
  modals,
  prepositions,
  relatives,
  subordinators,
  wordSet,
} from './words.js';
import { isNumber, type Token } from './tokens.js';
import { isNounish, verbAs } from './verbs.js';
import { parseCore } from './clause.js';

const low = (tokens: readonly Token[], at: number): string => tokens[at]?.low ?? '';

/** Can these words stand in a question as they are: no further clause, nothing left open at the end? */
export function isWhole(tokens: readonly Token[], most = 14): boolean {
  let depth = 0;
  let joined = false;
  let quotes = 0;
  let listed = false;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    // "is new and most of it will be English": another clause has begun
    if (joined && !token.capital && (finiteBe.has(token.low) || modals.has(token.low))) return false;
    // "ends in .dat and the others end in .txt"
    if (
      /^(?:and|or|but)$/.test(token.low) &&
      /^(?:the|a|an|its|their|our|your)$/.test(low(tokens, i + 1)) &&
      parseCore(tokens.slice(i + 1)) !== undefined
    )
      return false;
    if (/^(?:and|or|but)$/.test(token.low)) joined = true;
    if (
      joined &&
      /^(?:and|or|but)$/.test(low(tokens, i - 1)) &&
      /^(?:i|you|we|they|he|she|it)$/.test(token.low)
    )
      return false;
    // "18 were killed and 24 wounded"
    if (
      token.low === 'and' &&
      isNumber(low(tokens, i + 1)) &&
      !tokens.slice(0, i).some((each) => /^(?:between|from)$/.test(each.low) || isNumber(each.low))
    )
      return false;
    if (token.text === '(') depth++;
    else if (token.text === ')') depth--;
    else if (
      (token.low === 'such' && tokens[i + 1]?.low === 'as') ||
      token.low === 'including' ||
      (token.low === 'like' &&
        !/^(?:look|looks|feel|feels|act|acts|work|works|sound|sounds|be|just)$/.test(low(tokens, i - 1)))
    )
      return false;
    else if (/["“”]/.test(token.text)) quotes++;
    else if (
      token.text === ',' &&
      depth === 0 &&
      i > 0 &&
      (isListAhead(tokens, i + 1) || (listed && /^(?:and|or)$/.test(low(tokens, i + 1))))
    )
      listed = true;
    else if (token.mark && token.text !== "'" && depth === 0) return false;
    if (
      depth === 0 &&
      (relatives.has(token.low) ||
        token.low === 'what' ||
        (subordinators.has(token.low) &&
          !prepositions.has(token.low) &&
          token.low !== 'as' &&
          token.low !== 'so'))
    )
      return false;
  }
  const last = tokens.findLast((token) => !token.mark);
  const before = tokens.filter((token) => !token.mark).at(-2);
  if (last && before && /^(?:and|or)$/.test(before.low) && verbAs(last.low, 'base') && !isNounish(last.low))
    return false;
  if (
    last &&
    before &&
    /^(?:a|an|the|its|their|your)$/.test(before.low) &&
    /^(?:new|old|large|small|big|long|short|full|own|good|single|final|main|major|minor|better|young|high|low|wide|strong|free|open|public|private|special|certain|similar|different|important)$/.test(
      last.low,
    )
  )
    return false;
  // "from any memberships granted": by what, is missing
  if (
    last &&
    before &&
    isPlural(before.low) &&
    verbAs(last.low, 'participle', 'past-or-participle') &&
    !verbAs(last.low, 'base')
  )
    return false;
  // "in graceful", "a large": the noun is missing
  if (
    last &&
    before &&
    tokens.length > 1 &&
    !last.capital &&
    /(?:ful|less|ous|ive|able|ible)$/.test(last.low) &&
    (prepositions.has(before.low) || /^(?:a|an|the)$/.test(before.low)) &&
    !/^(?:initiative|executive|directive|perspective|objective|archive|table|variable|cable|drive|live|hive|five|vegetable|incentive|motive|native|relative|representative|alternative|detective|captive|deliverable)$/.test(
      last.low,
    )
  )
    return false;
  if (depth !== 0 || quotes % 2 !== 0) return false;
  if (
    last &&
    before &&
    verbAs(last.low, 'gerund') &&
    (prepositions.has(before.low) || coordinators.has(before.low))
  )
    return false;
  if (tokens.filter((token) => !token.mark).length > most) return false;
  return (
    !last ||
    !(
      (prepositions.has(last.low) && !/^(?:in|on|up|out|off|over|down|through)$/.test(last.low)) ||
      coordinators.has(last.low) ||
      (determiners.has(last.low) && !/^(?:all|each|both|her|this|that|any|some)$/.test(last.low)) ||
      /^(?:to|not|be|only|even|just|as|such|also|more|most|is|are)$/.test(last.low)
    )
  );
}

/** After a comma: more of a list comes, "British, and Indian", and no clause of its own. */
function isListAhead(tokens: readonly Token[], from: number): boolean {
  if (
    /^(?:and|or|but|which|who|where|when|with|so|as|because|although|while|including|such)$/.test(
      low(tokens, from),
    )
  )
    return false;
  // A list of names is long: "Canada, the European Union, Australia and New Zealand"
  const most = from + (tokens[from]?.capital === true || tokens[from + 1]?.capital === true ? 16 : 8);
  for (let i = from; i < Math.min(tokens.length, most); i++) {
    const token = tokens[i] as Token;
    if (
      finiteBe.has(token.low) ||
      modals.has(token.low) ||
      relatives.has(token.low) ||
      (i === from && verbAs(token.low, 'gerund'))
    )
      return false;
    if (/^(?:and|or)$/.test(token.low)) {
      const next = low(tokens, i + 1);
      return (
        !finiteBe.has(next) &&
        !modals.has(next) &&
        !/^(?:has|have|had|it|they|he|she|we|you)$/.test(next) &&
        verbAs(next, 'third', 'past') === undefined
      );
    }
  }
  return false;
}

/** Where "in the state" begins before `at`, so that it can go with what narrows it; or -1. */
function narrowedFrom(tokens: readonly Token[], at: number): number {
  for (let i = at - 1; i > Math.max(0, at - 5); i--)
    if (prepositions.has(low(tokens, i)))
      return low(tokens, i + 1) === 'the' && low(tokens, i) !== 'of' ? i : -1;
  return -1;
}

/** "The racist, | expansionist philosophies": the noun comes after the comma. */
function joinsAdjectives(tokens: readonly Token[], comma: number): boolean {
  const next = tokens[comma + 1];
  const opener = tokens.slice(Math.max(0, comma - 3), comma).findLast((token) => determiners.has(token.low));
  return (
    opener !== undefined &&
    next !== undefined &&
    /^\p{Ll}[\p{Ll}-]+$/u.test(next.text) &&
    !isPlural(low(tokens, comma - 1)) &&
    !determiners.has(next.low) &&
    !prepositions.has(next.low) &&
    !coordinators.has(next.low) &&
    !relatives.has(next.low) &&
    !subordinators.has(next.low) &&
    !isAdverb(next.low) &&
    verbAs(next.low, 'gerund', 'participle', 'past-or-participle', 'past') === undefined
  );
}

const CLAUSAL = wordSet(
  'because although though while whereas if when unless until before after once which who whom whose where so but',
);

/** Up to the first comma, colon, dash or clause of its own; nothing where that would cut a noun off. */
export function firstStretch(tokens: readonly Token[]): Token[] {
  const from = tokens.findIndex(
    ({ mark, low }) => mark || CLAUSAL.has(low) || low === 'such' || low === 'including',
  );
  return from < 0 ? tokens.slice() : stretchFrom(tokens, from);
}

function stretchFrom(tokens: readonly Token[], from: number): Token[] {
  let depth = 0;
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (token.text === '(') depth++;
    else if (token.text === ')') depth--;
    const mark = depth === 0 && token.mark && !/["“”']/.test(token.text);
    const clause =
      depth === 0 && i > 0 && !(token.low === 'so' && tokens[i + 1]?.low === 'far') && CLAUSAL.has(token.low);
    const examples =
      depth === 0 &&
      i > 0 &&
      ((token.low === 'such' && tokens[i + 1]?.low === 'as') || token.low === 'including');
    if (examples) return tokens.slice(0, i);
    if (!mark && !clause) continue;
    if (mark && token.text === ',' && isListAhead(tokens, i + 1)) continue;
    if (mark && token.text === ',' && joinsAdjectives(tokens, i)) return [];
    // "a scene in which": the preposition goes with what is cut off
    const end =
      clause && /^(?:which|whom|whose)$/.test(token.low) && prepositions.has(low(tokens, i - 1)) ? i - 1 : i;
    // "at the office in the state | where you live": which state is cut off
    const narrowed =
      clause && !mark && /^(?:where|who|which|whose)$/.test(token.low) ? narrowedFrom(tokens, i) : -1;
    return tokens.slice(0, narrowed > 0 ? narrowed : end);
  }
  return tokens.slice();
}

/** The head noun of "the annual general meeting of shareholders": the last word before a preposition or mark. */
export function headOf(
  tokens: readonly Token[],
): { readonly index: number; readonly head: Token } | undefined {
  let index = -1;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (token.mark && !/["“”']/.test(token.text)) break;
    if (
      i > 0 &&
      (prepositions.has(token.low) ||
        coordinators.has(token.low) ||
        relatives.has(token.low) ||
        token.low === 'to' ||
        (i > 1 &&
          verbAs(token.low, 'gerund') !== undefined &&
          /^(?:in|on|at|for|with|to|the|a|an|from|by|through|as)$/.test(low(tokens, i + 1))) ||
        (verbAs(token.low, 'participle', 'past-or-participle') !== undefined &&
          i > 1 &&
          (tokens[i + 1] === undefined || prepositions.has(low(tokens, i + 1))) &&
          !isPlural(token.low)))
    )
      break;
    if (!token.mark) index = i;
  }
  const head = tokens[index];
  // "the primary way the team delivers": a clause, not a noun
  const clausal =
    head && !isNounish(head.low) && !head.capital && verbAs(head.low, 'third', 'base', 'past') !== undefined;
  return head && !clausal && !isAdverb(head.low) ? { index, head } : undefined;
}
