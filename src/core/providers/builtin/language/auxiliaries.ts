import { isPlural } from './nouns.js';
import { isNounish, looksParticiple, verbAs } from './verbs.js';
import { determiners, finiteBe, isAdverb, modals, personalPronouns, prepositions } from './words.js';
import { type Token, isFunctionWord, isNumber } from './tokens.js';
import type { Predicate, Tense } from './parts.js';

const plainWord = /^[a-z]{3,14}$/;

/** Parses "has not yet been approved": auxiliary, adverbs, further auxiliaries, main verb. */
export function auxiliaryGroup(
  tokens: readonly Token[],
  at: number,
  contracted: boolean,
): Predicate | undefined {
  const auxiliary = tokens[at] as Token;
  let negated = contracted;
  let i = at + 1;
  const group: Token[] = [];
  const word = auxiliary.low
    .replace(/n't$/, '')
    .replace(/^ca$/, 'can')
    .replace(/^wo$/, 'will')
    .replace('cannot', 'can');
  let be = finiteBe.has(word);
  let have = /^(?:has|have|had)$/.test(word);
  const modal = modals.has(word) || /^(?:do|does|did)$/.test(word);
  const tense: Tense = /^(?:was|were|had|did|could|would|might)$/.test(word) ? 'past' : 'present';
  const plural = /^(?:are|were|have|do)$/.test(word);
  const common = { tense, plural };
  for (; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (token.low === 'not' || token.low === 'never') {
      negated = true;
      group.push(token);
      continue;
    }
    if (token.mark) break;
    if (token.low === 'be' && modal) {
      be = true;
      group.push(token);
      continue;
    }
    if (token.low === 'have' && modal) {
      const after = tokens[i + 1];
      if (after && (after.low === 'been' || verbAs(after.low, 'participle', 'past-or-participle'))) {
        have = true;
        group.push(token);
        continue;
      }
    }
    if ((token.low === 'been' && have) || (token.low === 'being' && be)) {
      be = true;
      group.push(token);
      continue;
    }
    if (isAdverb(token.low) && !verbAs(token.low, 'base')) {
      group.push(token);
      continue;
    }
    break;
  }
  const main = tokens[i];
  const verbal = (base: string, passive: boolean): Predicate => ({
    ...common,
    auxiliary,
    negated,
    group: [...group, main as Token],
    verb: main as Token,
    base,
    passive,
    copula: false,
    rest: tokens.slice(i + 1),
  });
  if (main && !main.mark) {
    const participle = verbAs(main.low, 'participle', 'past-or-participle');
    const gerund = verbAs(main.low, 'gerund');
    const base = verbAs(main.low, 'base');
    const next = tokens[i + 1];
    const adjectival =
      next !== undefined && !next.mark && !opensObject(next) && !/^(?:to|and|or)$/.test(next.low);
    if (be && (participle || looksParticiple(main.low)) && !adjectival)
      return verbal(participle?.base ?? '', true);
    if (be && gerund && !/^(?:missing|interesting|willing)$/.test(main.low))
      return verbal(gerund.base, false);
    if (
      have &&
      !be &&
      participle &&
      !(isNounish(main.low) && verbAs(main.low, 'base') && main.low !== participle.base + 'ed')
    )
      return verbal(participle.base, false);
    if (modal && !be && base) return verbal(base.base, false);
    if (modal && !be && !have)
      return plainWord.test(main.low) && !isFunctionWord(main.low) ? verbal(main.low, false) : undefined;
  }
  if (be && !have && !group.some((token) => token.low === 'be')) {
    return {
      ...common,
      auxiliary,
      negated,
      group,
      verb: auxiliary,
      base: 'be',
      passive: false,
      copula: true,
      rest: tokens.slice(i),
    };
  }
  if (be) {
    const last = group.at(-1) ?? auxiliary;
    return {
      ...common,
      auxiliary,
      negated,
      group,
      verb: last,
      base: 'be',
      passive: false,
      copula: true,
      rest: tokens.slice(i),
    };
  }
  if (
    /^(?:has|have|had)$/.test(auxiliary.low) &&
    !negated &&
    main &&
    (determiners.has(main.low) || isNumber(main.low) || group.length === 0 || true)
  ) {
    if (main.low === 'to') return undefined;
    return {
      ...common,
      auxiliary: undefined,
      negated: false,
      group: [...group, auxiliary],
      verb: auxiliary,
      base: 'have',
      passive: false,
      copula: false,
      rest: tokens.slice(i),
    };
  }
  return undefined;
}

/** Could begin what follows a verb: an object, a complement, an adverb. */
export function opensObject(next: Token | undefined): boolean {
  if (!next || next.mark) return true;
  return (
    determiners.has(next.low) ||
    prepositions.has(next.low) ||
    personalPronouns.has(next.low) ||
    isAdverb(next.low) ||
    isNumber(next.low) ||
    /^(?:that|how|whether|when|where|why|because|if|it|themselves|itself|not|as|anytime|anywhere|together|online|offline|alone|early|late|well|here|there|free|unless|so)$/.test(
      next.low,
    )
  );
}

/** "Exempt employees who work on holidays will ...": an adjective with its noun, and a verb after it. */
export const describes = (tokens: readonly Token[]): boolean =>
  tokens[1] !== undefined &&
  isPlural(tokens[1].low) &&
  /^(?:who|will|must|may|can|should|are|were|have|do|shall)$/.test(tokens[2]?.low ?? '') &&
  (tokens[2]?.low !== 'who' ||
    tokens.slice(3, 16).some((token) => /^(?:will|must|may|can|should|are|shall)$/.test(token.low)));
