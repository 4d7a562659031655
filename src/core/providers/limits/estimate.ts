import type { Usage } from '../../dataset/model.js';
import type { CompletionRequest } from '../provider.js';
import { tokenCeiling } from '../tokens.js';

/** Of a reply, until one has come. */
const usualReply = 500;
/** How much of what is learned the last request makes up. */
const weight = 0.1;

/** How many tokens requests come to, learned from what servers count. */
export class TokenEstimate {
  /** What is counted for each token of the ceiling. */
  #share = 1;
  #reply: number | undefined;

  /** Tokens of the prompt and of the reply that is to be expected. */
  of(request: CompletionRequest): number {
    const { maxTokens = Infinity } = request.sampling;
    const reply = Math.min(maxTokens, this.#reply ?? usualReply);
    return Math.ceil(tokenCeiling(request.messages) * this.#share + reply);
  }

  learn(request: CompletionRequest, usage: Usage): void {
    const { input, output } = usage;
    if (input !== undefined)
      this.#share += weight * (Math.min(2, input / tokenCeiling(request.messages)) - this.#share);
    if (output !== undefined)
      this.#reply = this.#reply === undefined ? output : this.#reply + weight * (output - this.#reply);
  }
}
