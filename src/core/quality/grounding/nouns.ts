import { irregularPast } from './frames.js';
import { hasContent, type Stretch, type Text } from './text.js';

const nounLead =
  /^(?:the|a|an|its|his|her|their|our|your|my|no|any|each|every|some|all|both|either|neither|this|that|these|those|of|in|on|at|by|for|from|with|without|per|against|between|under|over|into|onto|than|as|and|or|via|about|among|during|through|within|another|other|several|many|few|most|more|only)$/;
const verbLead =
  /^(?:to|must|may|can|could|will|would|shall|should|not|never|be|been|being|they|he|she|it|we|you|i|who|which|do|does|did)$/;
const participle =
  /^(?:stuck|hidden|hung|torn|worn|drawn|grown|thrown|flown|blown|frozen|chosen|broken|spoken|stolen|written|driven|eaten|beaten|fallen|shaken|woken|sworn|spent|bent|burnt|learnt|dealt|felt|slept|swept|laid|fled|fed|bred|sunk|sung|swung|wound|caught|bound|ground|sewn|sown|shown|forbidden|forgotten|mistaken)$/;
const doneTo =
  /^(?:the|a|an|its|his|her|their|our|your|my|any|each|every|some|all|both|this|that|these|those|it|them|him|us|you|on|up|down|off|out|enough|more|less)$/;

/** Whether the word at a place stands where a noun, or what describes one, stands. */
export function nominal(text: Text, at: number, { from }: Stretch, gerunds = false): boolean {
  const { word } = text.tokens[at]!;
  const [before, after] = [text.tokens[at - 1], text.tokens[at + 1]];
  // "betting companies", "the halogenated waste"
  const modifies =
    word.low.endsWith('ing') ||
    (word.low.endsWith('ed') && before !== undefined && nounLead.test(before.word.low));
  const gerund = gerunds && modifies && after !== undefined && hasContent(after);
  if (
    (/(?:ed|ing|ly|est)$/.test(word.low) && !gerund) ||
    irregularPast.test(word.low) ||
    participle.test(word.low)
  )
    return false;
  // "the strings exert a pull": a verb between a noun and what it is done to.
  if (
    at > from &&
    before !== undefined &&
    text.factAt[at - 1]! < 0 &&
    (hasContent(before) || before.word.pronoun || before.text === ',') &&
    !/['’]s?$/.test(before.text) &&
    after !== undefined &&
    (doneTo.test(after.word.low) || text.factAt[at + 1]! >= 0)
  )
    return false;
  // "and bears the cost": a verb that goes on about the same subject.
  if (
    at > from &&
    /^(?:and|or|but)$/.test(before?.word.low ?? '') &&
    word.low.endsWith('s') &&
    doneTo.test(after?.word.low ?? '')
  )
    return false;
  for (let i = at - 1; i >= Math.max(from, at - 3); i--) {
    const token = text.tokens[i]!;
    if (token.kind === 'number' || text.factAt[i]! >= 0) return true;
    if (token.kind === 'mark' && token.text !== '-') return token.text === ',';
    if (nounLead.test(token.word.low)) return true;
    // "taken to hospital, where"
    if (token.word.low === 'to' && i === at - 1)
      return (
        after === undefined ||
        after.kind === 'mark' ||
        /^(?:and|or|where|who|which|in|by|at|as)$/.test(after.word.low)
      );
    if (verbLead.test(token.word.low)) return false;
  }
  return true;
}

const preposition =
  /^(?:of|in|on|at|by|for|from|with|without|per|against|between|under|over|into|onto|via|about|among|during|through|within|to|before|after)$/;

/** The preposition that leads to the noun at a place: "against" for "against confirmed dengue"; else "". */
export function prepositionOf(text: Text, at: number, { from }: Stretch): string {
  for (let i = at - 1; i >= Math.max(from, at - 4); i--) {
    const token = text.tokens[i]!;
    if (preposition.test(token.word.low)) return token.word.low;
    if (token.kind === 'mark' || (token.word.stop && !nounLead.test(token.word.low))) return '';
  }
  return '';
}
