import type { Reason } from '../../dataset/model.js';
import { textOf, type Text } from './text.js';

/** How far behind a label a source may list what it numbers: "zones K, L and M". */
const listLength = 10;

const letter = /^[A-Z]$/;
const figure = /^\d{1,4}$/;

/** Whether a token numbers the word before it: a letter or a figure without a unit, and what sort of the two. */
function idAt(text: Text, at: number): 'letter' | 'figure' | undefined {
  const token = text.tokens[at];
  const label = text.tokens[at - 1];
  if (token === undefined || label?.kind !== 'word' || token.breaks > 0 || token.glued) return undefined;
  if (label.word.stop || label.word.free || /(?:ed|ing|ly)$/.test(label.word.low)) return undefined;
  if (letter.test(token.text))
    return text.tokens[at + 1]?.text === '.' && text.tokens[at + 2]?.capital ? undefined : 'letter';
  const fact = text.factAt[at]!;
  if (!figure.test(token.text) || fact < 0) return undefined;
  const { kind, unit, noun, to } = text.facts[fact]!;
  return kind === 'number' && unit === undefined && noun === undefined && to === at + 1
    ? 'figure'
    : undefined;
}

/** "Zone M", "serotype 4" where the source has zones and serotypes, but not this one. */
export function checkLabels(source: Text, answer: Text, given: readonly Text[]): Reason[] {
  const reasons: Reason[] = [];
  const seen = new Set<string>();
  for (let i = 1; i < answer.tokens.length; i++) {
    const sort = idAt(answer, i);
    if (sort === undefined) continue;
    const label = answer.tokens[i - 1]!;
    const { text } = answer.tokens[i]!;
    if (seen.has(`${label.key} ${text}`)) continue;
    seen.add(`${label.key} ${text}`);
    const listed = (other: Text): boolean =>
      other.index
        .get(label.key)
        ?.some((place) =>
          other.tokens.slice(place + 1, place + listLength).some((token) => token.text === text),
        ) === true;
    const places = source.index.get(label.key)?.filter((place) => idAt(source, place + 1) === sort) ?? [];
    const [first] = places;
    if (first === undefined || listed(source) || given.some(listed)) continue;
    reasons.push({
      code: 'number',
      message: `says ${textOf(answer, i - 1, i + 1)}, which is not in the source; it has ${textOf(source, first, first + 2)}`,
      at: [label.start, answer.tokens[i]!.end],
    });
  }
  return reasons;
}
