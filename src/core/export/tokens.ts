import type { RowPair } from './format.js';

/** Counts the tokens of a text. */
export type CountTokens = (text: string) => number;

/**
 * The length of the pieces that are counted one by one, in UTF-16 code units. The tokenizer is quadratic in a run
 * without a boundary (200,000 times "a" takes 18 s whole, 0.1 s in pieces of this size); on prose, where pieces end
 * at a space, the count stays exact.
 */
const pieceLength = 512;

/** The tokenizer of OpenAI's current models (o200k_base), loaded when first used. */
export async function loadTokenizer(): Promise<CountTokens> {
  const { countTokens } = await import('gpt-tokenizer/encoding/o200k_base');
  const options = { disallowedSpecial: new Set<string>() }; // A text that holds "<|im_start|>" is a text.
  return (text) => {
    let count = 0;
    for (let start = 0; start < text.length;) {
      const end = pieceEnd(text, start + pieceLength);
      count += countTokens(text.slice(start, end), options);
      start = end;
    }
    return count;
  };
}

/** A space soon after `wanted`, as tokens begin with their space; else `wanted`, not inside a surrogate pair. */
function pieceEnd(text: string, wanted: number): number {
  if (wanted >= text.length) return text.length;
  for (let at = wanted; at < wanted + 64 && at < text.length; at++)
    if (text[at] === ' ' && text[at - 1] !== ' ') return at;
  const code = text.charCodeAt(wanted);
  return code >= 0xdc00 && code <= 0xdfff ? wanted + 1 : wanted;
}

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
