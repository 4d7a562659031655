import { isNoAnswer, isRefusal } from './refusals.js';

/** Scripts that put no space between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** What prompts and schemas hold in place of words. */
const placeholder =
  /^[\s"'<[({]*(?:\.{2,}|…|(?:your |the |an? |insert )*(?:question|answer)(?: (?:here|text|goes here|to the question|\d+))?:?|string|(?:text|string) here|copied from the text|n\/a|todo|tbd)[\s"'>\])}.?!]*$/i;

/** Where a question breaks off that lacks its question mark. */
const brokenOff =
  /\b(?:the|an?|of|to|in|is|are|was|were|and|or|for|with|by|on|at|from|that|which|does|did|do)$/i;
const ended = /[?？؟;!.。…]["'”’)\]]*$/u;

/** A statement in place of a question. Not "Explain why ...", nor "In what year ..." without its mark. */
const asksNothing = /^(?:the|an?|it|this|these|there|he|she|they)\b[^?？]*$/i;

/** What is wrong with a question or an answer, as the end of "left out: "; undefined if nothing is. */
export function unsound(question: string, answer: string): string | undefined {
  if (placeholder.test(question.slice(0, 200))) return 'a question is a placeholder';
  if (placeholder.test(answer.slice(0, 200))) return 'an answer is a placeholder';
  if (!/[\p{L}\p{N}]/u.test(answer)) return 'an answer has no words';
  if (isStump(question)) return 'a question is a stump';
  if (asksNothing.test(question)) return 'a question asks nothing';
  if (isStuck(question) || isStuck(answer)) return 'a pair says the same over and over';
  if (isCutShort(answer)) return 'an answer is a stump';
  if (isRefusal(answer)) return 'an answer is a refusal';
  if (isNoAnswer(answer)) return 'an answer says that there is none';
  if (bare(question) === bare(answer)) return 'an answer only repeats its question';
  return undefined;
}

function isStump(question: string): boolean {
  const words = question.split(/\s+/, 3);
  if (unspaced.test(question)) return question.length < 4;
  if (words.length < 3) return true;
  return !ended.test(question) && brokenOff.test(question);
}

/** Where an answer breaks off that lacks its full stop: on what no phrase ends in, as "vitamin A" or "agreed to" do. */
const cutShort =
  /^(?:the|an)$|\w\s(?:the|an|and|or|because|than|its|their|whose)$|^(?:it|they|he|she|this|the \w+) (?:is|are|was|were) \w+ (?:in|by|at|from|with)$|^(?:the|an?|it|they|he|she|this|there)(?: \w+)? (?:is|are|was|were)$/i;
/** Marks of a model's template, and JSON of the reply's own form. */
const leftover =
  /^(?:<\/?s>|<\|[^|<>]{1,30}\|>|<(?:eos|bos|pad|unk)>|\[\/?INST\]|\s)+$|^[{[]\s*"(?:question|answer|pairs|quotes)"\s*:/;

const isCutShort = (answer: string): boolean =>
  leftover.test(answer.slice(0, 200)) || (!ended.test(answer.slice(-10)) && cutShort.test(answer.slice(-60)));

/** Small models go round in circles until they are cut: few words then, many times. */
function isStuck(text: string): boolean {
  const words = text.toLowerCase().split(/\s+/);
  return words.length >= 30 && new Set(words).size < words.length * 0.35;
}

/** Letters and digits alone, in small letters: how two wordings are compared. */
export function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
