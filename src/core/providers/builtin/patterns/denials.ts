import { answered, type Candidate, type Rule } from '../candidate.js';
import { firstStretch, isWhole } from '../language/phrases.js';
import { finish, phrase, subjectText } from '../language/question.js';
import { isFunctionWord, words } from '../language/tokens.js';
import { isPlural } from '../language/nouns.js';
import { adjunctsOf } from '../language/adjuncts.js';
import { isNamed } from './complements.js';

/** "There is no need to ...", "no gifts are ...", "X does not ...": whether it is so, and why not. */
export const denials: Rule = (reading): Candidate[] => {
  const { clause, casing } = reading;
  if (!clause || clause.front.length > 0) return [];
  const no = (question: string, frame: string, worth: number): Candidate => ({
    ...answered(reading, finish(question), frame, 'analytical', worth),
    answer: `No. ${reading.text}`,
  });
  const subject = words(clause.subject);
  const [first] = clause.rest;
  const said = firstStretch(clause.rest);
  const told = words(said).filter((token) => !isFunctionWord(token.low)).length;
  if (
    said.length < clause.rest.length &&
    /^(?:,|if|unless|until|when|but|who|whom|whose|that|where|which)$/.test(
      clause.rest[said.length]?.low ?? '',
    )
  )
    return [];
  const auxiliary = clause.auxiliary?.low ?? '';
  if (subject.length === 1 && subject[0]?.low === 'there') {
    if (first?.low !== 'no' || !/^(?:is|are|was|were)$/.test(auxiliary) || told < 2) return [];
    const thing = said.slice(1);
    return isWhole(thing, 14) &&
      !thing.some((token) => /^(?:no|not|nor|neither)$/.test(token.low)) &&
      !/^(?:longer|such|more|other|doubt|way|question)$/.test(thing[0]?.low ?? '')
      ? [no(`${auxiliary} there any ${phrase(thing)}`, 'is there', 0.55)]
      : [];
  }
  if (subject[0]?.low === 'no' && subject.length >= 2 && subject[1]?.low !== 'one') {
    if (!auxiliary || clause.negated || !isWhole(said, 14) || told < 1 || subject[1]?.low === 'longer')
      return [];
    const group = clause.group.map((token) => token.text).join(' ');
    return [
      no(`${auxiliary} any ${phrase(clause.subject.slice(1))} ${group} ${phrase(said)}`, 'are any', 0.55),
    ];
  }
  if (!clause.negated || !isNamed(clause.subject)) return [];
  const reason = adjunctsOf(clause.rest, false).find((adjunct) => adjunct.kind === 'why');
  const before = reason ? clause.rest.slice(0, reason.at) : [];
  const name = subjectText(clause, casing);
  if (
    reason &&
    /^(?:because|since)$/.test(clause.rest[reason.at]?.low ?? '') &&
    isWhole(before, 12) &&
    !clause.front.length &&
    /^(?:is|are|was|were|do|does|did|can|cannot|should|must|will)$/.test(auxiliary)
  ) {
    const group = clause.group
      .filter((token) => token.low !== 'not')
      .map((token) => token.text)
      .join(' ');
    return [
      answered(
        reading,
        finish(`Why ${auxiliary === 'cannot' ? 'can' : auxiliary} ${name} not ${group} ${phrase(before)}`),
        'why not',
        'explanatory',
        0.9,
      ),
    ];
  }
  if (
    !/^(?:do|does|will|is|are|did)$/.test(auxiliary) ||
    !isWhole(said, 12) ||
    told < 2 ||
    clause.group.some((token) =>
      /^(?:only|just|necessarily|always|yet|never|merely|simply|either)$/.test(token.low),
    ) ||
    /^(?:only|just|necessarily|always|yet|simply|merely|any|mean|to|the|so|very|really|quite|as)$/.test(
      first?.low ?? '',
    ) ||
    /^(?:mean|know|want|matter|seem|think)$/.test(clause.base) ||
    (!clause.plural && isPlural(subject.at(-1)?.low ?? '') && auxiliary === 'is')
  )
    return [];
  const group = clause.group
    .filter((token) => token.low !== 'not')
    .map((token) => token.text)
    .join(' ');
  return [no(`${auxiliary} ${name} ${group} ${phrase(said)}`, 'does it', 0.5)];
};
