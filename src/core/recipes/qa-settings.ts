import type { QuestionType } from '../dataset/model.js';

/** What shapes a request of the recipe `qa`. */
export interface QaSettings {
  /** Wanted from each chunk; 1 or more. */
  readonly pairsPerChunk: number;
  /** Spread over the pairs; at least one. */
  readonly questionTypes: readonly QuestionType[];
  /** Of questions and answers, as people name it ("German"); undefined takes the document's. */
  readonly language?: string | undefined;
  /** In place of the built-in one. */
  readonly systemMessage?: string | undefined;
  /** What the model is told besides. */
  readonly extraInstructions?: string | undefined;
  /** A prompt of one's own, checked by `checkTemplate`; undefined takes `defaultTemplate`. */
  readonly template?: string | undefined;
}
