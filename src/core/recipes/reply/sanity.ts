/** Scripts that put no space between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** What prompts and schemas hold in place of words. */
const placeholder =
  /^[\s"'<[({]*(?:\.{2,}|…|(?:your |the |an? |insert )*(?:question|answer)(?: (?:here|text|goes here|\d+))?|(?:text|string) here|copied from the text|n\/a|todo|tbd)[\s"'>\])}.?!]*$/i;

const refusal =
  /^(?:i['’]?m |i am )?(?:very )?(?:sorry|unable to)\b|^(?:unfortunately,? )?i (?:can(?:['’]t|not)|could(?:n['’]t| not)|won['’]t|am unable to|am not able to)\b|^(?:unfortunately,? )?we (?:can(?:['’]t|not)|are (?:unable|not able) to) (?:help|assist|comply|answer|write|create|generate|provide (?:that|this|an? answer|pairs|questions))\b|^as an? (?:ai|artificial|large|language)\b|^i (?:do not|don['’]t) have (?:access|enough|the ability|any information)\b/i;

const noAnswer =
  /^(?:the|this) (?:provided |given |source )?(?:text|passage|document|context|excerpt|material)(?: provided| given)? (?:does not|doesn['’]t|did not|do not) (?:say|mention|specify|provide|state|give|contain|include|indicate)\b|^(?:it is )?not (?:specified|stated|mentioned|provided|given)(?: in the (?:text|passage|document|context))?[.!]?$/i;

/** Where a question breaks off that lacks its question mark. */
const brokenOff =
  /\b(?:the|an?|of|to|in|is|are|was|were|and|or|for|with|by|on|at|from|that|which|does|did|do)$/i;
const ended = /[?？؟;!.。…]["'”’)\]]*$/u;

/** A statement in place of a question. Not "Explain why ...", nor "In what year ..." without its mark. */
const asksNothing = /^(?:the|an?|it|this|these|there|he|she|they)\b[^?？]*$/i;

/** Whether these words are a refusal, not an answer. */
export function isRefusal(text: string): boolean {
  return refusal.test(text.trimStart().slice(0, 200));
}

/** What is wrong with a question or an answer, as the end of "left out: "; undefined if nothing is. */
export function unsound(question: string, answer: string): string | undefined {
  if (placeholder.test(question.slice(0, 200))) return 'a question is a placeholder';
  if (placeholder.test(answer.slice(0, 200))) return 'an answer is a placeholder';
  if (!/[\p{L}\p{N}]/u.test(answer)) return 'an answer has no words';
  if (isStump(question)) return 'a question is a stump';
  if (asksNothing.test(question)) return 'a question asks nothing';
  if (isStuck(question) || isStuck(answer)) return 'a pair says the same over and over';
  if (isRefusal(answer)) return 'an answer is a refusal';
  if (noAnswer.test(answer)) return 'an answer says that there is none';
  if (bare(question) === bare(answer)) return 'an answer only repeats its question';
  return undefined;
}

function isStump(question: string): boolean {
  const words = question.split(/\s+/, 3);
  if (unspaced.test(question)) return question.length < 4;
  if (words.length < 3) return true;
  return !ended.test(question) && brokenOff.test(question);
}

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
