import { fail, ok, type Outcome } from '../outcome.js';
import { isRecord } from '../export/row.js';

/** Objects nested deeper than this would overflow the stack of whatever reads them. */
const deepest = 200;

/** Parses a record: an object that JSON can hold and give back unchanged. */
export function parseRecord(text: string): Outcome<Readonly<Record<string, unknown>>, string> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return fail(`This is not JSON: ${(error as Error).message}.`);
  }
  if (!isRecord(value)) return fail('This is not a JSON object.');
  if (depth(value) > deepest) return fail(`It is nested deeper than ${deepest} levels.`);
  const rounded = roundedNumber(text);
  if (rounded !== undefined)
    return fail(`The number ${rounded} can't be kept exactly; write it as a string.`);
  return ok(value);
}

function depth(value: unknown): number {
  let level: unknown[] = [value];
  for (let deep = 0; ; deep++) {
    level = level.flatMap((v) => (typeof v === 'object' && v !== null ? Object.values(v) : []));
    if (level.length === 0 || deep > deepest) return deep;
  }
}

/** The first number that JavaScript would round, such as an id of 19 digits. */
function roundedNumber(text: string): string | undefined {
  if (!/\d{16}|[eE][+-]?\d{3}/.test(text)) return undefined;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] as string;
    if (letter === '"') {
      for (at++; at < text.length && text[at] !== '"'; at++) if (text[at] === '\\') at++;
    } else if (isDigit(letter)) {
      const start = at;
      while (at + 1 < text.length && inNumber(text[at + 1] as string)) at++;
      const token = text.slice(start, at + 1);
      const number = Number(token);
      if (!Number.isFinite(number) || (Number.isInteger(number) && !Number.isSafeInteger(number)))
        return token;
    }
  }
  return undefined;
}

const isDigit = (letter: string): boolean => letter >= '0' && letter <= '9';
const inNumber = (letter: string): boolean => isDigit(letter) || '.eE+-'.includes(letter);
