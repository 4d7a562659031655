import { places, timeUnits, weekdays } from './nouns.js';
import { durationLength, isTimeWord, timeLength } from './times.js';
import { coordinators, determiners, isAdverb, prepositions, relatives, wordSet } from './words.js';
import { type Token, isNumber } from './tokens.js';
import { verbAs } from './verbs.js';
import { parseCore } from './clause.js';

export type AdjunctKind =
  'when' | 'where' | 'why' | 'how' | 'how long' | 'how often' | 'how soon' | 'if' | 'by';

/** A part of the sentence that answers a question of its own, by where it begins in the clause's rest. */
export interface Adjunct {
  readonly kind: AdjunctKind;
  readonly at: number;
  /** One past its last token, where that is known; else the end of the rest. */
  readonly end: number;
}

const low = (tokens: readonly Token[], at: number): string => tokens[at]?.low ?? '';

/** Place names and words for places after "in", "on", "at", ... */
function isPlace(tokens: readonly Token[], at: number, names = true): boolean {
  let i = at;
  if (/^(?:all|any|each|every|most|many|some|both|those|these|place)$/.test(low(tokens, i))) return false;
  // "passed on to the police": no place begins with another preposition
  if (prepositions.has(low(tokens, i))) return false;
  // "at 6 pence a page"
  if (isNumber(low(tokens, i))) return false;
  // "in a row"
  if (low(tokens, i) === 'a' && /^(?:row|line|way|sense|hurry)$/.test(low(tokens, i + 1))) return false;
  const quoted = /["“]/.test(tokens[i]?.text ?? '');
  if (quoted) i++;
  let named = false;
  for (let k = i; k < Math.min(tokens.length, i + 6); k++) {
    const token = tokens[k] as Token;
    if (
      k > i &&
      (token.mark || prepositions.has(token.low) || coordinators.has(token.low) || relatives.has(token.low))
    )
      break;
    if (token.capital && !isTimeWord(token.low)) named = true;
    if (places.has(token.low) || containers.has(token.low)) return true;
  }
  return names && named && (tokens[i]?.capital ?? false) && !/^\p{Lu}{2,5}$/u.test(tokens[i]?.text ?? '');
}

/** Things that hold what is written or stored. */
const containers = wordSet(
  'file files folder folders directory directories database repository register spreadsheet notebook wiki calendar inbox archive menu toolbar sidebar footer header settings appendix glossary',
);

const embedding =
  /^(?:define|determine|know|decide|see|specify|describe|explain|understand|learn|track|show|indicate|control|tell|find|ask|wonder|predict|remember|choose|say|check|out|about)$/;
const clausal = /^(?:when|whenever|before|after|until|till|once|unless|if|while|as)$/;

/** A noun phrase after the preposition of "stored in", that is no set phrase such as "in advance". */
function isSpot(tokens: readonly Token[], at: number): boolean {
  const first = tokens[at];
  return (
    first !== undefined &&
    !/^\p{Lu}{2,5}$/u.test(first.text) &&
    (/^(?:the|a|an|your|our|its|their)$/.test(first.low) || first.capital || /[#/]|\.\w/.test(first.text)) &&
    !/^(?:place|same|following|way|form|order|future|past|meantime|beginning|end|first|last|case|event|name|basis|time|course|process|context|interest|manner|format|style|fashion|understanding|condition|assumption|right|wrong|correct)$/.test(
      low(tokens, at + 1),
    ) &&
    !/(?:sis|ism)$/.test(low(tokens, at + 1)) &&
    timeLength(tokens, at) === 0 &&
    durationLength(tokens, at) === 0
  );
}

/** What happens once, so that "upon" it says when. */
const OCCASION =
  /^(?:request|receipt|completion|arrival|termination|notice|death|entry|approval|payment|expiry|expiration|registration|resignation|appointment|retirement|delivery|application|discovery|exposure|departure|graduation|release|acceptance)$/;

/** The first adjunct of each kind in what follows a clause's verb. Looks no deeper than brackets. */
export function adjunctsOf(
  rest: readonly Token[],
  locative: boolean | 'any' | 'plain',
  perfect = false,
): Adjunct[] {
  const found: Adjunct[] = [];
  let depth = 0;
  const add = (kind: AdjunctKind, at: number, end: number): void => {
    if (!found.some((each) => each.kind === kind)) found.push({ kind, at, end });
  };
  for (let i = 0; i < rest.length; i++) {
    const token = rest[i] as Token;
    if (token.text === '(') depth++;
    if (token.text === ')') depth--;
    if (depth > 0 || token.mark) continue;
    const word = token.low;
    const next = low(rest, i + 1);
    if (relatives.has(word) && word !== 'when' && !(word === 'that' && low(rest, i - 1) === 'so')) {
      // What belongs to a relative or reported clause says nothing of the main verb
      break;
    }
    if (
      word === 'because' ||
      (word === 'so' &&
        (next === 'that' ||
          rest
            .slice(i + 1, i + 6)
            .some(
              (each, k, all) =>
                /^(?:can|could|will|would|cannot|can't|won't)$/.test(each.low) &&
                !all.slice(0, k).some((one) => one.mark),
            ))) ||
      (word === 'in' && next === 'order') ||
      (word === 'so' && next === 'as') ||
      (word === 'due' && next === 'to') ||
      (word === 'as' && next === 'a' && low(rest, i + 2) === 'result' && low(rest, i + 3) === 'of')
    ) {
      add('why', i, rest.length);
      break;
    }
    if (word === 'by' && (verbAs(next, 'gerund') || (isAdverb(next) && verbAs(low(rest, i + 2), 'gerund')))) {
      add('how', i, rest.length);
      break;
    }
    if (
      word === 'after' &&
      /^(?:going|looking|running|named|taking|look|take|go|run|ask|asking|chasing|day|week|year|time|soon|shortly|immediately|sought|long)$/.test(
        low(rest, i - 1),
      ) &&
      !/^(?:soon|shortly|immediately|long)$/.test(low(rest, i - 1))
    )
      break;
    if (word === 'since' && low(rest, i - 1) === 'time') break;
    // "is critical, as poor usability often ends in ..."
    if (/^(?:as|since)$/.test(word) && i > 0 && !perfect && isReason(rest, i)) {
      add('why', rest[i - 1]?.text === ',' ? i - 1 : i, rest.length);
      break;
    }
    // "when it comes to X": no time
    if (word === 'when' && next === 'it' && low(rest, i + 2) === 'comes') break;
    // "defines when it ends": a question of its own
    if (clausal.test(word) && (embedding.test(low(rest, i - 1)) || low(rest, i - 1) === 'as')) break;
    // "to let you know (and the others) if it fails"
    if (word === 'if' && rest.slice(0, i).some((each) => /^(?:know|whether)$/.test(each.low))) break;
    const frequency = /^(?:once|twice)$/.test(word) && /^(?:a|an|per|every|each|in)$/.test(next);
    if (/^[,—–-]$/.test(rest[i - 1]?.text ?? '') && word === 'when') break;
    if (rest[i - 1]?.text === ',' && coordinators.has(low(rest, i - 2))) break;
    // "and if they have ...": the condition of another clause
    if (clausal.test(word) && coordinators.has(low(rest, i - 1))) break;
    if (/^(?:after|before)$/.test(word) && low(rest, i - 2) === 'for') break;
    if (
      clausal.test(word) &&
      !frequency &&
      word !== 'as' &&
      !(word === 'after' && low(rest, i - 1) === 'named') &&
      // "shown only once", "before all others": how often, in what order
      !(word === 'once' && (next === '' || rest[i + 1]?.mark === true)) &&
      !(/^(?:before|after)$/.test(word) && /^(?:others?|else)$/.test(low(rest, i + 2))) &&
      !(/^(?:before|after)$/.test(word) && /^others?$/.test(next)) &&
      // "cases before the WTO"
      !(/^(?:before|after)$/.test(word) && /^(?:the|an?)$/.test(next) && rest[i + 2]?.capital === true) &&
      !(i === 0 && word === 'after' && !verbAs(next, 'gerund')) &&
      !(
        word === 'if' &&
        /^(?:see|check|know|determine|ask|test|decide|verify|confirm|tell|find|wonder|as|only|even|what|learn|out|sure)$/.test(
          low(rest, i - 1),
        )
      ) &&
      !/^(?:any|only|possible|required|necessary|needed|applicable|appropriate|desired|available|so|not|at)$/.test(
        next,
      ) &&
      !/^(?:this|these|that|those)$/.test(next)
    ) {
      const time = /^(?:before|after|until|till)$/.test(word) ? timeLength(rest, i + 1) : 0;
      if (time > 0) {
        // "supports dates after 2050": may belong to the noun
        if (i === 0 || !/^(?:before|after)$/.test(word)) add('when', i, i + 1 + time);
      } else add(word === 'if' || word === 'unless' ? 'if' : 'when', i, rest.length);
      break;
    }
    if (word === 'as' && next === 'soon') {
      add('when', i, rest.length);
      break;
    }
    if (/^(?:how|what)$/.test(word)) break;
    if (word === 'since' && (timeLength(rest, i + 1) === 0 || !perfect)) break;
    if (word === 'from' && !rest.slice(i, i + 8).some((each) => /^(?:to|until|till)$/.test(each.low)))
      continue;
    if (/^(?:in|on|at|by|since|during|from|around|throughout|until|before|after)$/.test(word)) {
      const time = timeLength(rest, i + 1);
      if (time > 0) {
        if (low(rest, i - 1) !== 'of') add('when', i, i + 1 + time);
        i += time;
        continue;
      }
    }
    if (
      i > 0 &&
      ((word === 'in' && /^(?:response|case|cases)$/.test(next) && /^(?:to|of)$/.test(low(rest, i + 2))) ||
        (word === 'in' && next === 'the' && low(rest, i + 2) === 'event' && low(rest, i + 3) === 'of') ||
        (word === 'upon' && OCCASION.test(next)) ||
        (word === 'on' && next === 'request') ||
        (word === 'at' && next === 'the' && low(rest, i + 2) === 'request'))
    ) {
      add('when', i, rest.length);
      break;
    }
    if (word === 'within' || (word === 'no' && next === 'later')) {
      const duration = durationLength(rest, i + 1);
      if (duration > 0) add('how soon', i, rest.length);
    }
    if (word === 'for') {
      const duration = durationLength(rest, i + 1);
      if (duration > 0) add('how long', i, i + 1 + duration);
    }
    if (
      word === 'every' ||
      word === 'each' ||
      word === 'once' ||
      word === 'twice' ||
      /^(?:daily|weekly|monthly|annually|yearly|quarterly|fortnightly|biweekly)$/.test(word)
    ) {
      const unit =
        word.endsWith('ly') ||
        timeUnits.has(next) ||
        weekdays.has(next) ||
        (isNumber(next) && timeUnits.has(low(rest, i + 2))) ||
        (/^(?:a|per|every|each)$/.test(next) && timeUnits.has(low(rest, i + 2)));
      const adjective =
        word.endsWith('ly') && rest[i + 1] !== undefined && !rest[i + 1]?.mark && !prepositions.has(next);
      if (
        unit &&
        !adjective &&
        !coordinators.has(low(rest, i - 1)) &&
        !prepositions.has(low(rest, i - 1)) &&
        !determiners.has(low(rest, i - 1))
      )
        add('how often', i, rest.length);
    }
    if (
      locative &&
      rest[i - 1]?.text !== ',' &&
      /^(?:in|on|at|under|inside|near|within|beneath|outside)$/.test(word) &&
      (isPlace(rest, i + 1, locative !== 'plain') || (locative === 'any' && isSpot(rest, i + 1)))
    ) {
      add('where', i, rest.length);
    }
  }
  return found;
}

/** After "as" or "since" a clause of its own, and no time: says why. */
function isReason(rest: readonly Token[], at: number): boolean {
  if (low(rest, at) === 'as' && rest[at - 1]?.text !== ',') return false;
  const after = rest.slice(at + 1);
  if (timeLength(after, 0) > 0 || verbAs(after[0]?.low ?? '', 'gerund', 'participle', 'past-or-participle'))
    return false;
  return (
    after.length >= 4 &&
    !/^(?:then|when|a|an|if|long|soon|well|much|many|far|described|stated|in|of|for|with|by|to|part|the)$/.test(
      after[0]?.low ?? '',
    ) &&
    parseCore(after) !== undefined
  );
}
