import type { RowPair } from './format.js';

/** Counts the tokens of a text. */
export type CountTokens = (text: string) => number;

/** The tokens of a pair as a chat: its texts, 3 a message and 3 for the reply, as OpenAI's guide counts them. */
export function pairTokens(pair: RowPair, count: CountTokens): number {
  let sum = count(pair.completion) + 6;
  for (const message of pair.prompt) sum += count(message.content) + 3;
  return sum;
}

export interface TokenStatistics {
  readonly encoding: 'o200k_base';
  readonly total: number;
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  /** How many rows have up to `upTo` tokens, and more than the step before. */
  readonly histogram: readonly { readonly upTo: number; readonly rows: number }[];
}

/** Gathers token counts as they come, in steps of a power of two. */
export class TokenHistogram {
  readonly #steps = new Map<number, number>();
  #total = 0;
  #rows = 0;
  #min = Infinity;
  #max = 0;

  add(tokens: number): void {
    const step = 2 ** Math.max(4, Math.ceil(Math.log2(Math.max(1, tokens))));
    this.#steps.set(step, (this.#steps.get(step) ?? 0) + 1);
    this.#total += tokens;
    this.#rows++;
    this.#min = Math.min(this.#min, tokens);
    this.#max = Math.max(this.#max, tokens);
  }

  statistics(): TokenStatistics {
    return {
      encoding: 'o200k_base',
      total: this.#total,
      min: this.#rows === 0 ? 0 : this.#min,
      max: this.#max,
      mean: this.#rows === 0 ? 0 : Math.round((this.#total / this.#rows) * 10) / 10,
      histogram: [...this.#steps].sort(([a], [b]) => a - b).map(([upTo, rows]) => ({ upTo, rows })),
    };
  }
}
