/** How a refusal begins, before it says that it is one. */
const apology = String.raw`(?:(?:i['’]?m |i am )?(?:very |so |truly )?sorry|my apologies|i apologi[sz]e|unfortunately|regrettably|i['’]?m afraid|i am afraid)`;
const cannot = String.raw`(?:can(?:['’]?t| ?not)|could(?:n['’]t| not)|won['’]t|will not|['’]?m unable|am unable|['’]?m not able|am not able|must (?:respectfully )?decline|refuse to|decline to)`;

const refusals: readonly RegExp[] = [
  new RegExp(String.raw`^(?:${apology}\b[^.!?]{0,120}?\b|but |however,? )?i ?${cannot}\b`, 'i'),
  /^(?:(?:i['’]?m |i am )?(?:very |so )?sorry|my apologies|i apologi[sz]e)(?:[,;.!]| for\b| about\b|$)/i,
  /^i (?:do not|don['’]t) (?:have (?:access|enough|the ability|any information)|feel comfortable)\b/i,
  // A body says of itself what it can't do: that is an answer, unless it is what a model is asked to do.
  /^(?:unfortunately,? )?we (?:can(?:['’]t|not)|are (?:unable|not able) to) (?:help(?! but)|assist|comply|answer|write|create|generate|provide (?:that|this|an? answer|pairs|questions))\b/i,
  /^unable to (?:answer|assist|comply|fulfil|help|process (?:this|the|your) (?:request|text))/i,
  /^(?:i would|i['’]d) rather not\b|^i['’]?m not comfortable\b|^it is not possible for me\b/i,
  /^(?:as|i['’]?m(?: just| only)?|i am(?: just| only)?) an? (?:ai|artificial intelligence|(?:large )?language model)\b[^.]{0,80}\b(?:i|cannot|can['’]t)\b/i,
  /^(?:this|your) (?:request|prompt) (?:violates|may violate|goes against|is against|is not allowed)\b/i,
];

/** The same in other languages: an apology with a no after it, or a no to the task. */
const elsewhere: readonly RegExp[] = [
  /^lo siento\b.{0,60}\bno\b|^no puedo (?:ayudar|responder|cumplir)/iu,
  /^(?:desculpe|sinto muito|lamento)\b.{0,60}\bnão\b|^não posso (?:ajudar|responder)/iu,
  /^(?:je suis )?(?:vraiment )?désolée?(?!\p{L}).{0,60}\b(?:ne|pas)\b|^je ne peux pas (?:vous |t['’])?(?:aider|répondre)/iu,
  /^(?:es )?tut mir leid\b.{0,80}\b(?:nicht|kein)|^(?:leider kann ich|ich kann)\b.{0,60}\bnicht (?:beantworten|helfen|erfüllen)/iu,
  /^mi dispiace\b.{0,60}\bnon\b|^non posso (?:aiutar|risponder)/iu,
  /^het spijt me\b.{0,60}\b(?:niet|geen)\b/iu,
  /^(?:извините|простите|к сожалению)[ ,].{0,60}не (?:могу|можем)/iu,
  /^(?:很?抱歉|对不起|不好意思).{0,30}(?:无法|不能|不会|没有)|^我(?:无法|不能)(?:回答|提供|帮助|协助)/u,
  /^(?:申し訳|すみません|恐れ入りますが).{0,40}(?:できません|ません|できかねます)/u,
  /^(?:죄송|미안).{0,40}(?:없습니다|없어요|못)/u,
];

/** Whether these words are a refusal, not an answer. */
export function isRefusal(text: string): boolean {
  const start = text.trimStart().slice(0, 200);
  return refusals.some((words) => words.test(start)) || elsewhere.some((words) => words.test(start));
}

const source = String.raw`(?:text|passage|document|context|excerpt|material)`;
const nothing: readonly RegExp[] = [
  new RegExp(
    String.raw`^(?:the|this) (?:provided |given |source )?${source}(?: provided| given)? (?:does not|doesn['’]t|did not|do not) (?:say|mention|specify|provide|state|give|contain|include|indicate)\b`,
    'i',
  ),
  new RegExp(
    String.raw`^(?:the answer|(?:this|that|the|such) information|this|that|it)(?: is| was|['’]s)(?:n['’]t| not)\b[^.]{0,40}\b(?:in|by|from|on) (?:the|this) (?:provided |given |source )?${source}\b`,
    'i',
  ),
  new RegExp(
    String.raw`^(?:there (?:is|was) )?no (?:such )?(?:information|mention|answer|details?)\b(?:[^.]{0,60}\b${source}\b|[^.]{0,20}\b(?:provided|given|available|found)\W*$|\W*$)`,
    'i',
  ),
  new RegExp(
    String.raw`^(?:(?:it|this|the (?:answer|question)) )?can(?:not| not|['’]t) be (?:answered|determined|found)(?:\W*$| (?:from|by|based on|with|using) (?:the|this) [^.]{0,20}\b${source}\b)`,
    'i',
  ),
  /^(?:it is )?not (?:specified|stated|mentioned|provided|given|available)(?: in the (?:text|passage|document|context))?[.!]?$/i,
  /^(?:null|undefined|nil|not applicable|i (?:do not|don['’]t) know)\W*$/i,
];

/** Whether an answer says that the text has none. */
export const isNoAnswer = (answer: string): boolean => {
  const start = answer.trimStart().slice(0, 200);
  return nothing.some((words) => words.test(start));
};
