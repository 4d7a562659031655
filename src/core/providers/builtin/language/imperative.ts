import { isPlural } from './nouns.js';
import { describes } from './auxiliaries.js';
import { parseCore } from './clause.js';
import type { Token } from './tokens.js';
import { isNounish, verbAs } from './verbs.js';
import { determiners, finiteAuxiliaries, isAdverb, personalPronouns, prepositions } from './words.js';

/** Is this "Open the lid": a base verb with what follows one, and no subject? */
export function isImperative(tokens: readonly Token[]): boolean {
  const first = tokens[0];
  const second = tokens[1];
  if (!first || !second || first.mark) return false;
  if (!verbAs(first.low, 'base') || first.low === 'found') return false;
  if (describes(tokens) || (first.low === 'do' && verbAs(second.low, 'base'))) return false;
  if (isSubject(second, tokens.slice(2, 5))) return false;
  // "Finance chief Owen Adeyemi expects": a name with its verb
  if (
    tokens
      .slice(2, 6)
      .some(
        ({ low }, i) =>
          tokens[i + 1]?.capital === true && verbAs(low, 'third') !== undefined && !isNounish(low),
      )
  )
    return false;
  const object =
    determiners.has(second.low) ||
    (prepositions.has(second.low) && second.low !== 'of') ||
    personalPronouns.has(second.low) ||
    /^(?:that|all|sure|how|whether|whatever|anything|everything|up|out)$/.test(second.low);
  if (
    object &&
    (!isNounish(first.low) ||
      /^(?:the|a|an|your|any|all|each|every|our|their|whatever|anything|everything)$/.test(second.low))
  )
    return true;
  const bound =
    /^(?:focus on|look for|start with|start by|plan for|aim for|watch for|work with|link to|point to|end with)$/;
  return (
    (!isNounish(first.low) || bound.test(`${first.low} ${second.low}`)) &&
    !second.mark &&
    parseCore(tokens) === undefined
  );
}

/** "Dry mouth usually becomes": a noun with a verb of its own. */
const isSubject = (noun: Token, after: readonly Token[]): boolean => {
  const at = after.findIndex((token) => !isAdverb(token.low));
  const next = after[at];
  return (
    next !== undefined &&
    !determiners.has(noun.low) &&
    !prepositions.has(noun.low) &&
    !personalPronouns.has(noun.low) &&
    !isPlural(noun.low) &&
    /^\p{Ll}+$/u.test(noun.text) &&
    (/^(?:is|was|has|can|may|will|must|should|becomes|remains|seems|occurs)$/.test(next.low) ||
      (at > 0 && verbAs(next.low, 'third') !== undefined))
  );
};

/** After "If ..., " a bare base verb is an order, though it may also be a noun: "raise issues early". */
export const followsCondition = (main: readonly Token[]): boolean => {
  const [first, second, third] = main;
  if (!first || !second || first.capital || /^(?:therefore|thus|not|never|hence|also|like)$/.test(first.low))
    return false;
  if (isAdverb(first.low) && !verbAs(first.low, 'base'))
    return third !== undefined && followsCondition(main.slice(1));
  // "feature toggles should never", "feature flagging is": a noun with its verb
  const finite = main.slice(1, 7).findIndex((token) => finiteAuxiliaries.has(token.low));
  if (
    finite >= 0 &&
    !main
      .slice(1, 1 + finite)
      .some(
        (token) =>
          token.mark ||
          /^(?:that|which|who|what|how|if|when|where|whether|as|and|or|you)$/.test(token.low) ||
          determiners.has(token.low),
      )
  )
    return false;
  // "commit messages provide": a compound noun with its verb
  if (isPlural(second.low) && third && verbAs(third.low, 'base')) return false;
  return (
    verbAs(first.low, 'base') !== undefined &&
    !verbAs(first.low, 'past', 'past-or-participle') &&
    !second.mark &&
    !finiteAuxiliaries.has(second.low) &&
    !/^(?:or|and)$/.test(second.low) &&
    !main.slice(0, 14).some((token, i) => /^(?:or|and)$/.test(token.low) && main[i - 1]?.text === ',')
  );
};
