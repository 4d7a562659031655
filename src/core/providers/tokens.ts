import type { Message } from '../dataset/model.js';

/** Role, separators and the template's own words. */
const tokensPerMessage = 16;

/**
 * At most how many tokens the messages come to, whatever the tokenizer: three letters a token (four is usual in
 * English), one for each digit or mark, and for other scripts what byte-level tokenizers come to at their worst
 * in running text: one for two bytes of UTF-8, two for three, three for four.
 */
export function tokenCeiling(messages: readonly Message[]): number {
  let tokens = tokensPerMessage;
  for (const message of messages) tokens += tokensPerMessage + textCeiling(message.content);
  return tokens;
}

function textCeiling(text: string): number {
  let thirds = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) thirds += isLetter(code) || code === 0x20 ? 1 : 3;
    else if (code < 0x800) thirds += 3;
    // Each half of a surrogate pair counts half of its four bytes.
    else thirds += code >= 0xd800 && code < 0xe000 ? 5 : 6;
  }
  return Math.ceil(thirds / 3);
}

function isLetter(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}
