import { adjectiveSuffix, isPlural } from '../language/nouns.js';
import { firstStretch, headOf, isWhole } from '../language/phrases.js';
import { isFunctionWord, isNumber, type Token } from '../language/tokens.js';
import { verbAs } from '../language/verbs.js';
import { determiners, vagueHeads } from '../language/words.js';

/** Nouns with a "to do" of their own. */
const ABLE =
  /^(?:ability|power|option|opportunity|duty|need|obligation|permission|authority|tendency|responsibility|freedom|plan|decision|attempt|desire|request|proposal|promise)(?:s|ies)?$/;

/** Adjectives that answer no "which". */
const PLAIN =
  /^(?:additional|new|other|various|certain|specific|different|extra|more|further|many|multiple|similar|following|own|good|great|important|necessary|proper|appropriate|right|full|basic|possible|optional|strong|big|large|small|significant|real|major|common|useful|several|numerous|current|existing|separate|special|particular|single|free|short|long|small|high|low|total)$/;

/** Nouns that only say how much there is of another. */
const QUANTITY =
  /^(?:pair|set|series|range|number|variety|list|collection|library|group|amount|lot|bit|piece|couple|host|array|wealth|mix|combination|majority|right|place|look|role|part|sense|care|advantage|use|chance|risk|attention|time|effort)s?$/;

/** The noun of an object of which "which" can be asked, for the object says which: "the ability to ...", "two new tools". */
export function askedNoun(rest: readonly Token[]): string | undefined {
  const list = firstStretch(rest);
  const found = headOf(rest);
  const [first] = rest;
  if (!first || !found || found.head.capital || vagueHeads.has(found.head.low) || !isWhole(list, 24))
    return undefined;
  const { head, index } = found;
  if (
    /^(?:equal|similar|available|due|responsible|able|likely|necessary|needed|worth|full|free|aware|more|less|different|ahead|ago|later|earlier|away|apart|long|wide|high|deep|old)$/.test(
      head.low,
    ) ||
    (adjectiveSuffix.test(head.low) && rest[index + 1] !== undefined && !isPlural(head.low))
  )
    return undefined;
  if (!/^[a-z][a-z-]{2,}$/.test(head.text) || isFunctionWord(head.low) || head.low.endsWith('ing'))
    return undefined;
  const between = rest.slice(0, index).filter((token) => !determiners.has(token.low));
  if (
    between.some(
      (token) =>
        token.mark ||
        isNumber(token.low) ||
        isFunctionWord(token.low) ||
        verbAs(token.low, 'gerund') !== undefined ||
        /['’]s?$/.test(token.low),
    ) ||
    /^(?:no|its|their|his|her|my|our|this|that|these|those|any|all|more|most|enough|less|fewer|such|each|every)$/.test(
      first.low,
    )
  )
    return undefined;
  const after = rest[index + 1]?.low ?? '';
  const narrowed = /^(?:that|for|about|which|who)$/.test(after) || (after === 'to' && ABLE.test(head.low));
  if (after === 'of' || QUANTITY.test(head.low)) return undefined;
  const plural = isPlural(head.low);
  // "Which feedback": of what cannot be counted one does not ask which
  if (!plural && !/^(?:an?|the)$/.test(first.low)) return undefined;
  if (first.low === 'the' && !narrowed && !plural) return undefined;
  return between.some((token) => !PLAIN.test(token.low)) ? head.low : undefined;
}
