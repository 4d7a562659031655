import { detached } from '../../detached.js';

const asciiDigits = (text: string): string =>
  /[^\d.,:]/.test(text)
    ? text.replace(/\p{Nd}/gu, (d) => {
        const code = d.codePointAt(0)!;
        let zero = code;
        while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
        return String(code - zero);
      })
    : text;

function digitsValue(text: string): { value: number; alt?: number } | undefined {
  const plain = asciiDigits(text);
  if (/^\d+$/.test(plain)) return { value: Number(plain) };
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(plain)) {
    const value = Number(plain.replace(/,/g, ''));
    return /^\d{1,3},\d{3}$/.test(plain) ? { value, alt: Number(plain.replace(',', '.')) } : { value };
  }
  if (/^\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?$|^\d{1,3}(?:\.\d{3})+,\d+$/.test(plain)) {
    return { value: Number(plain.replace(/\./g, '').replace(',', '.')) };
  }
  if (/^\d+\.\d+$/.test(plain)) {
    const value = Number(plain);
    return /^[1-9]\d{0,2}\.\d{3}$/.test(plain) ? { value, alt: Number(plain.replace('.', '')) } : { value };
  }
  if (/^\d+,\d+$/.test(plain)) return { value: Number(plain.replace(',', '.')) };
  return undefined;
}

const seen = new Map<string, ReturnType<typeof digitsValue>>();
const mostSeen = 5_000;

/** The value of digits with separators; undefined for versions, addresses and the like. Short ones are remembered. */
export function valueOf(text: string): ReturnType<typeof digitsValue> {
  const known = seen.get(text);
  if (known !== undefined || text.length > 20) return known ?? digitsValue(text);
  const value = digitsValue(text);
  if (seen.size >= mostSeen) seen.clear();
  seen.set(detached(text), value);
  return value;
}
