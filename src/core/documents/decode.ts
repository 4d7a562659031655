import { fail, ok, type Outcome } from '../outcome.js';
import type { DocumentProblem, Encoding } from './document.js';
import { binaryKind } from './binary.js';

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
}

/** Node's longest string is a little over 536 million code units; this leaves room to work with it. */
const mostBytes = 400_000_000;

/** How much of a file is looked at to tell what it is. */
const sampleBytes = 65_536;

/** A text file may hold a stray control character, but hardly one in this many. */
const controlShare = 1 / 300;

/**
 * Decodes a text file: by its BOM, else UTF-16 where the zeros show it, else UTF-8, else Windows-1252. Files that
 * are no text are refused.
 */
export function decode(bytes: Uint8Array, name: string): Outcome<Decoded, DocumentProblem> {
  if (bytes.length > mostBytes) {
    return fail({
      code: 'too-large',
      message: `${name} is too large (${Math.round(bytes.length / 1e6)} MB; at most ${mostBytes / 1e6} MB). Split it into several files.`,
    });
  }
  const refuse = (why: string) =>
    fail({
      code: 'binary' as const,
      message: `${name} is not a text file: ${why}. Save it as plain text or Markdown in UTF-8.`,
    });
  const kind = binaryKind(bytes);
  if (kind !== undefined) return refuse(`it looks like ${kind}`);

  const [b0, b1, b2, b3] = bytes;
  if (b0 === 0xff && b1 === 0xfe && b2 === 0 && b3 === 0 && bytes.length % 4 === 0) {
    return fail({
      code: 'encoding',
      message: `${name} is in UTF-32, which Pairsmith can't read. Save it as UTF-8.`,
    });
  }
  if (b0 === 0xff && b1 === 0xfe) return ok(decodeAs('utf-16le', bytes));
  if (b0 === 0xfe && b1 === 0xff) return ok(decodeAs('utf-16be', bytes));
  const marked = b0 === 0xef && b1 === 0xbb && b2 === 0xbf;
  const wide = marked ? undefined : wideEncoding(bytes);
  if (wide !== undefined) return ok(decodeAs(wide, bytes));

  const decoded = decodeAs(isMostlyUtf8(bytes) ? 'utf-8' : 'windows-1252', bytes);
  const controls = countControls(decoded.text);
  const sampled = Math.min(decoded.text.length, sampleBytes);
  // One or two in a short text are strays too.
  if (controls > Math.max(2, sampled * controlShare)) {
    return refuse(`${controls} of its first ${sampled} characters are control characters`);
  }
  return ok(decoded);
}

function decodeAs(encoding: Encoding, bytes: Uint8Array): Decoded {
  const text =
    encoding === 'windows-1252'
      ? decodeWindows1252(bytes)
      : new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  return { text, encoding };
}

/**
 * UTF-16 without a BOM: an even number of bytes, and zeros (the high bytes of Latin letters, digits, spaces and line
 * feeds) on one side only. Where zeros are few, as in Chinese, the bytes must neither be UTF-8 nor look like Latin
 * letters.
 */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length < 2 || bytes.length % 2 !== 0) return undefined;
  const sample = bytes.subarray(0, sampleBytes);
  let even = 0;
  let odd = 0;
  let letters = 0;
  for (let at = 0; at < sample.length; at++) {
    const byte = sample[at] ?? 0;
    if (byte === 0) {
      if (at % 2 === 0) even++;
      else odd++;
    } else if (byte === 0x20 || (byte >= 0x61 && byte <= 0x7a)) letters++;
  }
  const most = Math.max(even, odd);
  if (most === 0 || Math.min(even, odd) * 50 > most) return undefined;
  if (most * 10 < sample.length && (letters * 2 > sample.length || isUtf8(bytes))) return undefined;
  const encoding = odd > even ? 'utf-16le' : 'utf-16be';
  const { text } = decodeAs(encoding, sample);
  const wrong = countControls(text) + countMatches(text, /[\ufffd\ufffe\uffff\ue000-\uf8ff]/g);
  return wrong * 100 <= text.length ? encoding : undefined;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Valid UTF-8, or UTF-8 with a little damage: then whole sequences far outnumber broken ones. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  if (isUtf8(bytes)) return true;
  let whole = 0;
  let broken = 0;
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    const more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc2 ? 1 : 0;
    let taken = 0;
    while (taken < more && ((bytes[at + taken + 1] ?? 0) & 0xc0) === 0x80) taken++;
    if (more > 0 && taken === more && lead < 0xf5) whole++;
    else broken++;
    at += taken;
  }
  return whole > broken * 10;
}

// oxlint-disable-next-line no-control-regex -- they are what is counted
const usualControls = /[\t\n\v\f\r\x07\b\x1b\x85]/g;

/**
 * Control characters, of which a text file has but tabs, line ends, form feeds, and at times a bell, a backspace or
 * an escape. Windows-1252 makes others of random bytes.
 */
function countControls(text: string): number {
  const known = countMatches(text.slice(0, sampleBytes), usualControls);
  return countMatches(text.slice(0, sampleBytes), /\p{Cc}/gu) - known;
}

function countMatches(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** 0x80 to 0x9f of Windows-1252; the five that it leaves undefined are C1 controls, as browsers have it. */
const high =
  '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f' +
  '\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178';

/** Not by TextDecoder: some versions of Node 20 to 23 take windows-1252 for Latin-1 there. */
function decodeWindows1252(bytes: Uint8Array): string {
  const parts: string[] = [];
  const step = 8192;
  for (let at = 0; at < bytes.length; at += step) {
    const codes = Array.from(bytes.subarray(at, at + step), (byte) =>
      byte >= 0x80 && byte < 0xa0 ? high.charCodeAt(byte - 0x80) : byte,
    );
    parts.push(String.fromCharCode(...codes));
  }
  return parts.join('');
}
