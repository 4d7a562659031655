/** Keys as the well-known services write them, should a server echo another one than ours. */
const lookLikeKeys = /\b(?:sk|pk|gsk|xai|hf|r8)[-_][A-Za-z0-9_-]{16,}|\bAIza[A-Za-z0-9_-]{30,}/g;

/** The text with every secret, and whatever looks like a key, replaced by `[key]`. */
export function redact(text: string, secrets: readonly string[]): string {
  let clean = text;
  for (const secret of secrets) {
    // A shorter one would eat ordinary words, and is no secret.
    if (secret.length >= 4) clean = clean.replaceAll(secret, '[key]');
  }
  return clean.replace(lookLikeKeys, '[key]');
}
