import { months, seasons, timeUnits, weekdays, isPlural, places } from './nouns.js';
import {
  coordinators,
  determiners,
  isAdverb,
  prepositions,
  relatives,
  subordinators,
  wordSet,
} from './words.js';
import { isNumber, type Token } from './tokens.js';
import { isNounish, verbAs } from './verbs.js';

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
  const word = low(tokens, i);
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

const isTimeWord = (word: string): boolean => isYear(word) || months.has(word) || weekdays.has(word);

/** Length of "10 days", "up to two hours", "a week" at `at`, or 0. */
export function durationLength(tokens: readonly Token[], at: number): number {
  let i = at;
  while (
    /^(?:up|to|at|least|most|about|around|approximately|more|than|less|over|nearly|almost|only|a|an|the|another|another|minimum|maximum|of|further|next|first|last|under|exactly|some|several|few|many|couple)$/.test(
      low(tokens, i),
    ) &&
    i < at + 5
  )
    i++;
  const joining = /^(?:to|or|and|–|full|business|working|calendar|consecutive|more|academic|half|paid)$/;
  if (isNumber(low(tokens, i)) || /^\d+[-–]\d+$/.test(low(tokens, i))) {
    i++;
    while (isNumber(low(tokens, i)) || (joining.test(low(tokens, i)) && isNumber(low(tokens, i + 1)))) i++;
  } else if (i === at || !/^(?:a|an|several|few|many|of)$/.test(low(tokens, i - 1))) {
    const joined = /^(\d+|one|two|three|four|five|six|ten)-(day|week|month|year|hour|minute)$/.test(
      low(tokens, i),
    );
    if (!joined) return 0;
    return i + 1 - at;
  }
  while (joining.test(low(tokens, i))) i++;
  return timeUnits.has(low(tokens, i)) ? i + 1 - at : 0;
}

/** Place names and words for places after "in", "on", "at", ... */
function isPlace(tokens: readonly Token[], at: number): boolean {
  let i = at;
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
    if (places.has(token.low)) return true;
  }
  return named && (tokens[i]?.capital ?? false);
}

const clausal = /^(?:when|whenever|before|after|until|till|once|unless|if|while|as)$/;

/** The first adjunct of each kind in what follows a clause's verb. Looks no deeper than brackets. */
export function adjunctsOf(rest: readonly Token[], locative: boolean): Adjunct[] {
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
                /^(?:can|could|will|would|don't|cannot|can't|won't)$/.test(each.low) &&
                !all.slice(0, k).some((one) => one.mark),
            ))) ||
      (word === 'in' && next === 'order') ||
      (word === 'so' && next === 'as') ||
      (word === 'due' && next === 'to') ||
      (word === 'as' && next === 'a' && low(rest, i + 2) === 'result')
    ) {
      add('why', i, rest.length);
      break;
    }
    if (word === 'by' && verbAs(next, 'gerund')) {
      add('how', i, rest.length);
      break;
    }
    const frequency = /^(?:once|twice)$/.test(word) && /^(?:a|an|per|every|each|in)$/.test(next);
    if (rest[i - 1]?.text === ',' && word === 'when') break;
    if (/^(?:after|before)$/.test(word) && low(rest, i - 2) === 'for') break;
    if (
      clausal.test(word) &&
      !frequency &&
      word !== 'as' &&
      !(word === 'after' && low(rest, i - 1) === 'named') &&
      !(i === 0 && word === 'after') &&
      !(
        word === 'if' &&
        /^(?:see|check|know|determine|ask|test|decide|verify|confirm|tell|find|wonder|as|only|even|what|learn|out|sure)$/.test(
          low(rest, i - 1),
        )
      ) &&
      !/^(?:any|only|possible|required|necessary|needed|applicable|appropriate|desired|available|so|not|at|it|they|this|these|that)$/.test(
        next,
      )
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
    if (word === 'since' && timeLength(rest, i + 1) === 0) break;
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
      if (unit && !adjective && !prepositions.has(low(rest, i - 1)) && !determiners.has(low(rest, i - 1)))
        add('how often', i, rest.length);
    }
    if (
      locative &&
      /^(?:in|on|at|under|inside|near|within|beneath|outside)$/.test(word) &&
      isPlace(rest, i + 1)
    ) {
      add('where', i, rest.length);
    }
  }
  return found;
}

/** Verbs whose "to ..." is what is asked or wanted of someone, not the purpose. */
const controlling =
  wordSet(`ask tell allow enable invite encourage help want get require remind expect need have try make go continue begin start fail forget remember
 choose prefer plan agree offer permit force advise order urge train teach persuade warn lead cause like hope wish intend aim seek tend appear seem happen refuse decide
 promise learn manage attempt struggle come use say know believe think consider suppose elect appoint see find entitle authorize authorise motivate direct instruct request
 recommend commit refer apply relate add link connect contribute lead limit belong respond subject attach report return move switch convert send write speak talk listen reply
 compare adapt proceed continue be prove trust leave vote volunteer oblige prompt empower allow qualify license bind set stand remain grow live be let agree serve work`);

/** Where "to do something" says what an act is for, or -1. */
export function purposeAt(base: string, rest: readonly Token[]): number {
  if (controlling.has(base)) return -1;
  for (let i = 1; i < rest.length; i++) {
    const token = rest[i] as Token;
    if (token.low === 'for' && rest.length > i + 2 && isPlural(low(rest, i + 2))) return -1;
    if (token.mark || relatives.has(token.low) || subordinators.has(token.low)) return -1;
    if (token.low !== 'to' || !verbAs(low(rest, i + 1), 'base')) continue;
    const before = low(rest, i - 1);
    if (low(rest, i + 1) === 'be' || (i > 1 && verbAs(before, 'participle', 'past-or-participle'))) return -1;
    // "the right to vote", "able to", "how to": belongs to the word before
    if (
      /^(?:way|ways|right|rights|ability|able|how|where|what|when|right|attempt|attempts|decision|plan|plans|need|opportunity|chance|time|power|authority|permission|effort|efforts|order|access|request|requests|steps|willing|ready|likely|free|easy|hard|difficult|important|people|someone|anyone|users|reason|reasons|desire|obligation|freedom|option|tool|tools|responsibility|job|going|enough|first|only|last|due|failure|refusal|used|required|needed|able|team|person|things|something|anything|nothing|lot|much|more|and|or)$/.test(
        before,
      )
    )
      return -1;
    return i;
  }
  return -1;
}

/** Can these words stand in a question as they are: no further clause, nothing left open at the end? */
export function isWhole(tokens: readonly Token[], most = 14): boolean {
  let depth = 0;
  let quotes = 0;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (token.text === '(') depth++;
    else if (token.text === ')') depth--;
    else if (
      (token.low === 'such' && tokens[i + 1]?.low === 'as') ||
      token.low === 'including' ||
      (token.low === 'like' &&
        i > 0 &&
        !/^(?:look|looks|feel|feels|act|acts|work|works|sound|sounds|be|just)$/.test(
          (tokens[i - 1] as Token).low,
        ))
    )
      return false;
    else if (/["“”]/.test(token.text)) quotes++;
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
  if (depth !== 0 || quotes % 2 !== 0) return false;
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

/** Up to the first comma, colon, dash or clause of its own. */
export function firstStretch(tokens: readonly Token[]): Token[] {
  let depth = 0;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (token.text === '(') depth++;
    else if (token.text === ')') depth--;
    else if (depth === 0 && token.mark && !/["“”']/.test(token.text)) return tokens.slice(0, i);
    if (
      depth === 0 &&
      i > 0 &&
      /^(?:because|although|though|while|whereas|if|when|unless|until|before|after|once|which|who|whose|where|so|but)$/.test(
        token.low,
      )
    )
      return tokens.slice(0, i);
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
