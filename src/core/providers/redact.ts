/** Keys as the well-known services write them, should a server echo another one than ours. */
const lookLikeKeys = /\b(?:sk|pk|gsk|xai|hf|r8)[-_][A-Za-z0-9_-]{16,}|\bAIza[A-Za-z0-9_-]{30,}/g;

/** A shorter one would eat ordinary words, and is no secret. In UTF-16 code units. */
const shortest = 4;
/** So much of a secret's start tells at the end of a text that was cut in the middle of it. */
const shortestStart = 8;

/** The text with every secret, and whatever looks like a key, replaced by `[key]`. */
export function redact(text: string, secrets: readonly string[]): string {
  return hide(text, secrets).replace(lookLikeKeys, '[key]');
}

/**
 * The text with every secret replaced by `[key]`, however a server writes it back: as it was sent, percent-encoded in an
 * address, escaped in JSON or in JSON within JSON; and with the start of one on which the text breaks off.
 */
export function hide(text: string, secrets: readonly string[]): string {
  let clean = text;
  for (const secret of secrets) {
    if (secret.length < shortest) continue;
    clean = clean.replace(written(secret), '[key]');
    for (let length = secret.length - 1; length >= shortestStart; length--) {
      const start = secret.slice(0, length);
      if (clean.endsWith(start)) clean = `${clean.slice(0, -length)}[key]`;
    }
  }
  return clean;
}

function written(secret: string): RegExp {
  return new RegExp(secret.replace(/[^A-Za-z0-9]/g, writtenCharacter), 'g');
}

/** A character that is no letter or digit: itself, with or without backslashes before it, or its code. */
function writtenCharacter(character: string): string {
  const hex = character.charCodeAt(0).toString(16).padStart(2, '0');
  const code = hex.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
  const escaped = `\\\\{1,7}u${'0'.repeat(Math.max(0, 4 - hex.length))}${code}`;
  return `(?:%(?:25)?${code}|${escaped}|\\\\{0,7}\\u${hex.padStart(4, '0')})`;
}
