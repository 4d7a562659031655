import type { QuestionType } from '../dataset/model.js';
import type { QaSettings } from './qa-settings.js';
import type { Part } from './recipe.js';

/** What each kind of question asks for, as a model is told. */
export const typeMeanings: Readonly<Record<QuestionType, string>> = {
  factual: 'asks for something that the text states: who, what, when, where, how many',
  analytical: 'asks how things in the text relate: a comparison, a cause, a condition, a consequence',
  explanatory: 'asks how something works, or why it is so, as the text explains it',
  inferential: 'asks for what follows from the text though no sentence says it; the quotes still prove it',
};

/** The kinds for the pairs of a request. Those of the pairs that are there already have been asked for before. */
export function typesFor(
  { questionTypes, pairsPerChunk }: QaSettings,
  text: string,
  part: Part | undefined,
): QuestionType[] {
  if (!part) return spreadTypes(questionTypes, pairsPerChunk, text);
  return spreadTypes(questionTypes, part.have.length + part.want, text).slice(part.have.length);
}

/**
 * The kinds for the wanted pairs: one after the other, beginning at a place that depends on the text, so that over
 * a document all kinds come equally often, and the same text is always asked the same.
 */
export function spreadTypes(types: readonly QuestionType[], want: number, text: string): QuestionType[] {
  const start = fnv1a(text) % types.length;
  return Array.from({ length: want }, (_, place) => types[(start + place) % types.length]!);
}

/** FNV-1a over UTF-16, 32 bits. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
