import { adjectiveSuffix } from './language/nouns.js';
import { isFunctionWord, isNumber, type Token } from './language/tokens.js';
import { isNounish, verbAs } from './language/verbs.js';
import { isAdverb, prepositions } from './language/words.js';

/** What everybody knows by "the" alone. */
const unique =
  /^(?:world|mainland|internet|web|public|government|sun|moon|earth|sky|sea|ocean|future|past|present|year|day|week|month|night|morning|end|beginning|start|time|environment|economy|law|state|market|media|press|police|weather|climate|universe|brain|body|heart|ground|air|reader|community|industry|mind|eye|blood|skin|west|east|north|south|weekend|century|cloud|keyboard|mouse|screen|desktop|terminal|browser|user|users|customer|customers|team members)$/;

/** "The bridge over the Tarn", "the version that you use": what follows says which. */
const narrows = (after: string): boolean =>
  /^(?:that|which|who|whose|where|you|attached|annexed|belonging|connecting|linking|containing)$/.test(
    after,
  ) ||
  (prepositions.has(after) &&
    !/^(?:by|as|than|like|before|after|since|until|till|during|via|per|to|into|onto|up|out|off|down|within|without|at)$/.test(
      after,
    ));

/** The nouns of which the question says "the team", "the interview team" without saying which. */
export function bareDefinites(asked: readonly Token[]): Token[] {
  const at = asked.findIndex((token) => token.low === 'the');
  if (at < 0) return [];
  const inverted = subjectAt(asked);
  return asked.flatMap((token, i) =>
    i >= at && token.low === 'the' ? (definiteAt(asked, i, inverted) ?? []) : [],
  );
}

/** The noun of "the team" at `from`, where nothing says which team it is. */
function definiteAt(asked: readonly Token[], from: number, inverted: number): Token | undefined {
  let at = from + 1;
  while (at + 1 < asked.length && isNumeral((asked[at] as Token).low)) at++;
  const first = asked[at];
  if (!first || first.capital || isFunctionWord(first.low)) return undefined;
  const closes = (next: number): boolean =>
    next === asked.length - 1 &&
    prepositions.has(asked[from - 1]?.low ?? '') &&
    inverted === 2 &&
    verbAs(asked[next]?.low ?? '', 'base') !== undefined;
  while (
    at < from + 5 &&
    !closes(at + 1) &&
    joinsNoun(asked[at + 1], from === inverted && !adjectiveSuffix.test(asked[at]?.low ?? ''))
  )
    at++;
  const noun = asked[at] as Token;
  const after = asked[at + 1];
  if (noun.capital || (at === from + 1 && unique.test(noun.low))) return undefined;
  if (asked.slice(from, at).some((token) => token.capital)) return undefined;
  const alone =
    after === undefined ||
    (from === inverted && verbAs(after.low, 'base') !== undefined) ||
    (isFunctionWord(after.low) || isAdverb(after.low) || isNumber(after.low) || narrows(after.low)
      ? !narrows(after.low)
      : verbAs(after.low, 'participle', 'past-or-participle', 'third', 'base', 'past', 'gerund') !==
          undefined && !isNounish(after.low));
  // "a message ... the message"
  return alone && !asked.slice(0, from).some((token) => token.low === noun.low) ? noun : undefined;
}

const isNumeral = (word: string): boolean =>
  isNumber(word) || /^(?:two|three|four|first|second|other|only|same)$/.test(word);

/** Where the subject stands in "What does the | team", "How quickly did the | report"; -1 where no verb comes before it. */
const subjectAt = (asked: readonly Token[]): number =>
  asked.findIndex(
    (token, i) =>
      i > 1 &&
      i < 5 &&
      token.low === 'the' &&
      /^(?:do|does|did|can|could|may|must|should|will|would)$/.test(asked[i - 1]?.low ?? ''),
  );

/** More of a noun phrase that began with "the": "the interview | team". */
function joinsNoun(next: Token | undefined, isSubject: boolean): boolean {
  if (
    /^(?:back|open|over|full|empty|free|ready|dry|clear|clean|complete|present|near|set|low|high)$/.test(
      next?.low ?? '',
    )
  )
    return false;
  if (!next || next.capital || isFunctionWord(next.low) || isAdverb(next.low) || isNumber(next.low))
    return false;
  if (verbAs(next.low, 'base', 'third', 'gerund', 'past', 'participle', 'past-or-participle') === undefined)
    return true;
  if (
    /^(?:meeting|building|hearing|opening|wedding|training|setting|crossing|reading|ceiling)$/.test(next.low)
  )
    return true;
  return isNounish(next.low) && !isSubject;
}
