import { relatedKeys } from './related.js';
import { inCompound, type Stretch, type Text } from './text.js';

/** Whether a word stands under a denial of its own clause: "refused to approve", "prohibited from entering". */
export function denied(text: Text, at: number, sentence: Stretch): boolean {
  // "A refusal may be appealed": what stands before the verb's own auxiliary is its subject.
  let subject = false;
  for (let j = at - 1; j >= Math.max(sentence.from, at - 5); j--) {
    const token = text.tokens[j]!;
    if (token.kind === 'mark' && token.text !== '-') return false;
    // "the no-claims discount" denies nothing.
    if (
      (token.word.negator && !inCompound(text, j)) ||
      (token.word.denial && !token.word.negator && !subject)
    )
      return true;
    subject ||= /^(?:may|might|can|could|will|would|shall|should|must)$/.test(token.word.low);
    // "keep them from being seized"
    if (token.word.low === 'from' && keptFrom(text, j, sentence)) return true;
    // "advises against putting crocks in it"
    if (
      token.word.low === 'against' &&
      /^(?:advis|warn|decid|vot|rul|recommend|counsel)/.test(text.tokens[j - 1]?.word.low ?? '')
    )
      return true;
    // "free of charge"
    if (token.word.low === 'of' && text.tokens[j - 1]?.word.low === 'free') return true;
  }
  // "talking was forbidden"
  for (let j = at + 1; j < Math.min(sentence.to, at + 4); j++) {
    const { word, kind } = text.tokens[j]!;
    if (word.denial && word.sign !== 0 && /^(?:is|are|was|were|be|been)$/.test(text.tokens[j - 1]!.word.low))
      return true;
    if (kind === 'mark' || !word.stop) break;
  }
  return false;
}

function keptFrom(text: Text, from: number, sentence: Stretch): boolean {
  for (let i = from - 1; i >= Math.max(sentence.from, from - 4); i--)
    if (
      /^(?:keep|keeps|kept|keeping|save|saves|saved|protect|protects|protected|hold|held)$/.test(
        text.tokens[i]!.word.low,
      )
    )
      return true;
  return false;
}

/** How often a sentence denies: by words that turn others ("neither ... nor" once), and by those that deny by their meaning. */
export function denialsOf(text: Text, sentence: number): number {
  const { from, to } = text.sentences[sentence]!;
  let count = text.cues[sentence]!.filter(({ at }) => text.tokens[at]!.word.low !== 'nor').length;
  for (let i = from; i < to; i++) {
    const { word } = text.tokens[i]!;
    if (word.denial && !word.negator) count++;
  }
  return count;
}

const border = /^(?:[,;:()—–]|and|but|while|whereas|although|though)$/;
/** How far a denial may stand after what it is said of. */
const farthest = 7;

/** "routing is not included": whether a denial follows a word in its clause. */
function deniedAfter(text: Text, place: number): boolean {
  const n = text.sentenceOf[place]!;
  const { to } = text.sentences[n]!;
  for (let i = place + 1; i < Math.min(to, place + 1 + farthest); i++) {
    const { word } = text.tokens[i]!;
    if (border.test(word.low)) return false;
    if (word.negator) return text.cues[n]!.some(({ at }) => at === i);
  }
  return false;
}

/** Whether a text denies, or sets apart, one of some words or what may stand for it, in one of some sentences or beside it. */
export function deniedNear(text: Text, keys: readonly string[], sentences: readonly number[]): boolean {
  const holds = (place: number): boolean => {
    const n = text.sentenceOf[place]!;
    return (
      sentences.some((home) => Math.abs(home - n) <= 1) &&
      (text.negated[place] === 1 ||
        text.excluded[place] === 1 ||
        denied(text, place, text.sentences[n]!) ||
        deniedAfter(text, place))
    );
  };
  return keys.some((key) =>
    [key, ...relatedKeys(key)].some((each) => text.index.get(each)?.some(holds) === true),
  );
}
