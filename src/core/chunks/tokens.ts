import type { Measure } from './options.js';

/**
 * Loads what counts tokens as o200k_base does (2.7 MB, so only when it is asked for). Text that looks like a special
 * token, such as `<|im_start|>`, is counted as the text that it is.
 */
export async function loadMeasure(): Promise<Measure> {
  const { countTokens } = await import('gpt-tokenizer/encoding/o200k_base');
  const plain = { disallowedSpecial: new Set<string>() };
  return (text) => countTokens(text, plain);
}
