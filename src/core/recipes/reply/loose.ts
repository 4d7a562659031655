import { jsonrepair } from 'jsonrepair';

/** Whatever is longer is no reply of a few pairs; jsonrepair takes about 1 ms for 1,000 hostile characters. */
const longestRepair = 100_000;

/** A backslash that no JSON escape begins with: `\alpha`, `\(`, `\u` without four digits. */
const strayEscape = /\\(?:(["\\/bfnrt]|u[0-9a-fA-F]{4})|)/g;

/** The JSON value of a text, strictly or with mistakes mended; undefined if there is none. */
export function looseValue(text: string): { readonly value: unknown; readonly mended: boolean } | undefined {
  const strict = parsed(text);
  if (strict !== undefined) return { value: strict, mended: false };
  // jsonrepair drops the backslash of \alpha; doubled, it survives.
  const escaped = text.replace(strayEscape, (match, legal: string | undefined) =>
    legal === undefined ? '\\\\' : match,
  );
  const unescaped = parsed(escaped);
  if (unescaped !== undefined) return { value: unescaped, mended: false };
  if (escaped.length > longestRepair) return undefined;
  try {
    const value: unknown = JSON.parse(jsonrepair(escaped));
    return { value, mended: true };
  } catch {
    // Not JSON by any reading, or nested until the stack was full.
    return undefined;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
