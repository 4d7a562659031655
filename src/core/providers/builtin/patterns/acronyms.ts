import { answered, type Candidate, type Rule } from '../candidate.js';

const PATTERN =
  /((?:[A-Z][\p{L}-]+(?:\s+(?:of|and|the|for|on|in|to))?\s+){1,6}[A-Z][\p{L}-]+)\s+\(([A-Z]{2,6})(s?)\)/u;

/** "National Health Service (NHS)": what the letters stand for. */
export const acronyms: Rule = (reading) => {
  const match = PATTERN.exec(reading.text.slice(0, 400));
  if (!match) return [];
  const letters = match[2] as string;
  const found = spelled(match[1] as string, letters);
  if (found === undefined) return [];
  const candidate: Candidate = {
    ...answered(reading, `What does ${letters} stand for?`, 'what stands', 'factual', 0.7),
    answer: `${letters} stands for ${match[3] === 's' ? found.replace(/ies$/, 'y').replace(/s$/, '') : found}.`,
  };
  return [candidate];
};

/** The last words of `phrase` whose initials are `letters`. */
function spelled(phrase: string, letters: string): string | undefined {
  const all = phrase.split(/\s+/);
  for (let from = 0; from < all.length; from++) {
    const part = all.slice(from);
    const initials = part
      .filter((word) => /^\p{Lu}/u.test(word))
      .map((word) => word[0])
      .join('');
    if (initials === letters && /^\p{Lu}/u.test(part[0] ?? '')) return part.join(' ');
  }
  return undefined;
}
