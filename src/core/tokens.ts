import { isBlank } from './chunks/blank.js';
import type { Measure } from './chunks/options.js';

/**
 * Loads what counts tokens as o200k_base does (2.7 MB, so only when it is asked for). Text that looks like a special
 * token, such as `<|im_start|>`, is counted as the text that it is.
 */
export async function loadMeasure(): Promise<Measure> {
  const { countTokens } = await import('gpt-tokenizer/encoding/o200k_base');
  const plain = { disallowedSpecial: new Set<string>() };
  return boundedMeasure((text) => countTokens(text, plain));
}

/**
 * Byte pair encoding takes time quadratic in a run without a border (seconds for 64,000 letters), so longer runs are
 * counted in parts.
 */
const longestRun = 256;

/** Counts long words and long blank spaces in parts, with a token to spare for each cut. */
function boundedMeasure(count: Measure): Measure {
  return (text) => {
    let total = 0;
    let from = 0;
    let runStart = 0;
    let blank = false;
    for (let at = 0; at < text.length; at++) {
      const here = isBlank(text.charCodeAt(at));
      if (here !== blank) {
        blank = here;
        runStart = at;
      } else if (at - runStart >= longestRun) {
        total += count(text.slice(from, at)) + 1;
        from = at;
        runStart = at;
      }
    }
    return total + count(from === 0 ? text : text.slice(from));
  };
}
