import { wellFormed } from '../../well-formed.js';
import { restoreTex } from './tex.js';

/** Control characters that no text needs; tab and line feed stay. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** A model's words as they are kept: LaTeX whole, no lone surrogates, no control characters, trimmed. */
export function cleanText(text: string): string {
  return wellFormed(restoreTex(text)).replace(/\r\n?/g, '\n').replace(controls, '').trim();
}

const mostKept = 20_000;

/** A reply as it is kept with a failure: as it came, but cut, and safe for every file and screen. */
export function keptReply(text: string): string {
  const start = text.length > mostKept ? text.slice(0, mostKept) : text;
  return wellFormed(start).replaceAll('\0', '\uFFFD');
}
