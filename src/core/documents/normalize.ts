import { makeTextMap, type TextMap } from './map.js';

/** Text as the rest of Pairsmith sees it, and the way back. */
export interface NormalText {
  readonly text: string;
  readonly map: TextMap;
}

/**
 * Takes off a BOM, makes line ends `\n` (a lone `\r` too), and puts U+FFFD for NUL and lone surrogates, which no
 * training file may hold. Everything but the BOM and the `\r` of `\r\n` keeps its length.
 */
export function normalizeText(decoded: string): NormalText {
  const source = decoded.charCodeAt(0) === 0xfeff ? decoded.slice(1) : decoded;
  const dropped = findPairs(source);
  let text = source;
  if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n');
  if (text.includes('\0')) text = text.replaceAll('\0', '\ufffd');
  // By \p{Surrogate} as String.prototype.toWellFormed is not in every engine.
  if (/\p{Surrogate}/u.test(text)) text = text.replace(/\p{Surrogate}/gu, '\ufffd');
  return { text, map: makeTextMap(text, dropped) };
}

/** For each `\r\n`, the offset of its line feed in the text that has lost the `\r`s. */
function findPairs(source: string): Uint32Array {
  let count = 0;
  for (let at = source.indexOf('\r\n'); at >= 0; at = source.indexOf('\r\n', at + 2)) count++;
  const pairs = new Uint32Array(count);
  let found = 0;
  for (let at = source.indexOf('\r\n'); at >= 0; at = source.indexOf('\r\n', at + 2)) {
    pairs[found] = at - found;
    found++;
  }
  return pairs;
}
