const half = /[\ud800-\udfff]/;
const lone = /\p{Surrogate}/gu;

/**
 * The text with every lone half of a surrogate pair replaced by U+FFFD. JSON may carry them, but llama.cpp's
 * server answers 400 to one, and no encoder of UTF-8 keeps them.
 */
export function wellFormed(text: string): string {
  return half.test(text) ? text.replace(lone, '\uFFFD') : text;
}
