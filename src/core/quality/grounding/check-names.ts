import type { Reason } from '../../dataset/model.js';
import { candidatesFor } from './align.js';
import { misplacedName } from './misplaced-name.js';
import { missingParts, wordSet } from './name-forms.js';
import type { Name } from './names.js';
import { textOf, type Text } from './text.js';

/** Names that the source does not have, and names that stand where the source has another. */
export function checkNames(
  source: Text,
  answer: Text,
  given: readonly Text[],
  question: Text | undefined,
  words: ReadonlySet<string>,
): Reason[] {
  const reasons: Reason[] = [];
  const english = source.language === 'english';
  const known = [words, ...given.map(wordSet)];
  for (const name of answer.names) {
    const written = textOf(answer, name.from, name.to);
    const at: [number, number] = [answer.tokens[name.from]!.start, answer.tokens[name.to - 1]!.end];
    if (name.kind === 'proper' && (english || /^\p{Lu}{2,}$/u.test(written))) {
      if (answer.factAt[name.from]! >= 0) continue;
      const missing = missingParts(answer, name, known, [source, ...given]);
      if (missing.length > 0) {
        if (name.certain || takesAName(source, answer, name, question)) {
          reasons.push({ code: 'name', message: `names ${written}, which is not in the source`, at });
        }
        continue;
      }
    }
    if (!english) continue;
    const misplaced = misplacedName(source, answer, name, given, question);
    if (misplaced !== undefined) {
      const missing = misplaced.own === 0 && name.kind !== 'actor';
      reasons.push({
        code: missing ? 'name' : 'misplaced',
        message: `says ${written}, where the source says ${textOf(source, misplaced.rival.from, misplaced.rival.to)}`,
        at,
      });
    }
  }
  return reasons;
}

/** A capital at the start of a sentence is a name where the source has one in that place. */
function takesAName(source: Text, answer: Text, name: Name, question: Text | undefined): boolean {
  if (/(?:ing|ed|ly|s|tion|ment|ness|ity|able|ful|ive|al|ous)$/i.test(answer.tokens[name.from]!.text))
    return false;
  const { word } = answer.tokens[name.from]!;
  if (word.sign !== 0 || word.denial || word.actor || word.closed !== undefined) return false;
  if (/^(?:it|the|a|an|them|your|this|that|any|all|is|are)$/.test(answer.tokens[name.to]?.word.low ?? ''))
    return false;
  const sentence = answer.sentences[answer.sentenceOf[name.from]!]!;
  const [top] = candidatesFor(source, answer, sentence, question, 1);
  if (top === undefined || top.cover < 0.45) return false;
  const { from } = source.sentences[top.sentence]!;
  const first = source.names.find((each) => each.kind === 'proper' && each.from >= from);
  return first !== undefined && first.certain && first.from <= from + 1;
}
