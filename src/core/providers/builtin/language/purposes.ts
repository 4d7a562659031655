import { isPlural } from './nouns.js';
import { relatives, subordinators, wordSet } from './words.js';
import type { Token } from './tokens.js';
import { verbAs } from './verbs.js';

const low = (tokens: readonly Token[], at: number): string => tokens[at]?.low ?? '';

/** Verbs whose "to ..." is what is asked or wanted of someone, not the purpose. */
const controlling =
  wordSet(`design intend schedule configure program force deem estimate expect demonstrate need require want ask tell allow enable invite encourage help want get require remind expect need have try make go continue begin start fail forget remember
 choose prefer plan agree offer permit force advise order urge train teach persuade warn lead cause like hope wish intend aim seek tend appear seem happen refuse decide
 promise learn manage attempt struggle come use say know believe think consider suppose elect appoint see find entitle authorize authorise motivate direct instruct request inform notify commission
 recommend commit refer apply relate add link connect contribute lead limit belong respond subject attach report return move switch convert send write speak talk listen reply
 compare adapt proceed continue be prove trust leave vote volunteer oblige obligate include contain involve comprise expect encourage oblige prompt empower allow qualify license bind set stand remain grow live be let agree serve work`);

/** Acts that are done for something else's sake: "to prevent", "to make sure". */
const purposeful =
  /^(?:prevent|avoid|ensure|reduce|protect|minimise|minimize|improve|increase|help|verify|keep|maintain|allow|enable|save|guarantee|simplify|mitigate|limit|preserve|detect|speed|support)$/;

/** The same for verbs whose "to ..." is mostly their object: only what can be nothing but a purpose. */
function plainPurposeAt(base: string, rest: readonly Token[]): number {
  if (
    !/^(?:use|set|add|send|write|report|return|move|convert|switch|attach|link|adapt|connect|apply|bind)$/.test(
      base,
    )
  )
    return -1;
  for (let i = 1; i < rest.length; i++) {
    const token = rest[i] as Token;
    if (token.mark || relatives.has(token.low) || subordinators.has(token.low)) return -1;
    if (token.low === 'to' && i > 1 && purposeful.test(low(rest, i + 1))) return i;
  }
  return -1;
}

/** Where "to do something" says what an act is for, or -1. */
export function purposeAt(base: string, rest: readonly Token[]): number {
  if (controlling.has(base)) return plainPurposeAt(base, rest);
  for (let i = 1; i < rest.length; i++) {
    const token = rest[i] as Token;
    if (token.low === 'for' && rest.length > i + 2 && isPlural(low(rest, i + 2))) return -1;
    if (token.mark || relatives.has(token.low) || subordinators.has(token.low)) return -1;
    if (token.low !== 'to' || rest[i + 1]?.capital || !verbAs(low(rest, i + 1), 'base')) continue;
    const before = low(rest, i - 1);
    // "the imagery to use, how to trace": what is to be done with the noun
    if (rest[i + 2] === undefined || (rest[i + 2]?.mark && i + 3 < rest.length)) return -1;
    if (
      /^(?:be|get|have|do|make|become)$/.test(low(rest, i + 1)) ||
      (i > 1 && verbAs(before, 'participle', 'past-or-participle'))
    )
      return -1;
    // "the right to vote", "able to", "how to": belongs to the word before
    if (
      /^(?:way|ways|right|rights|ability|able|how|where|what|when|right|attempt|attempts|decision|plan|plans|need|opportunity|chance|time|power|authority|permission|effort|efforts|order|access|request|requests|steps|willing|ready|likely|free|easy|hard|difficult|important|people|someone|anyone|users|reason|reasons|desire|obligation|freedom|option|tool|tools|responsibility|job|willingness|tendency|intent|intention|potential|capacity|commitment|motivation|incentive|reluctance|requirement|proposal|agreement|promise|threat|invitation|instruction|instructions|recommendation|guide|guidelines|place|room|space|money|resources|information|data|everything|others|anyone|chances|means|method|methods|approach|license|mandate|call|motion|vote|bid|drive|move|campaign|duty|guidance|skills|knowledge|energy|courage|pressure|approval|consent|pledge|goal|goals|aim|candidate|process|procedure|strategy|ways|authorization|proposals|going|enough|first|only|last|due|failure|refusal|used|required|needed|able|team|person|things|something|anything|nothing|lot|much|more|and|or)$/.test(
        before,
      )
    )
      return -1;
    return i;
  }
  return -1;
}
