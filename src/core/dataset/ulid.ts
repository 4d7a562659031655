import type { Clock, Random } from '../ports.js';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const timeLength = 10;
const randomLength = 16;

/** Makes ULIDs that only ever rise, also past what others wrote. */
export interface Ids {
  /** The next id: larger than every id made or seen before. */
  next(): string;
  /** Takes note of an id that somebody wrote, so that a clock set back can't make a later edit lose. */
  seen(id: string): void;
}

/** A source of monotonic ULIDs (https://github.com/ulid/spec). */
export function createIds(clock: Pick<Clock, 'now'>, random: Random): Ids {
  let last = '';
  return {
    next() {
      const fresh = encodeTime(clock.now());
      const time = last.slice(0, timeLength);
      last = (fresh > time ? undefined : increment(last)) ?? joined(fresh, randomPart(random));
      return last;
    },
    seen(id) {
      if (id > last) last = id;
    },
  };
}

/** The time in a ULID, in milliseconds since the epoch. */
export function ulidTime(id: string): number {
  return numberOf(id, 0, timeLength);
}

/** A ULID's letters as three numbers of at most 45 bits, that compare as it does: 24 bytes in columns, not 50. */
export const ulidParts = (id: string): readonly [number, number, number] => [
  numberOf(id, 0, 9),
  numberOf(id, 9, 18),
  numberOf(id, 18, id.length),
];

function numberOf(id: string, from: number, to: number): number {
  let number = 0;
  for (let i = from; i < to; i++) number = number * 32 + alphabet.indexOf(id[i] as string);
  return number;
}

function encodeTime(ms: number): string {
  let out = '';
  for (let rest = Math.max(0, Math.floor(ms)), i = 0; i < timeLength; i++, rest = Math.floor(rest / 32)) {
    out = alphabet[rest % 32] + out;
  }
  return out;
}

/** In one piece: what `+` and `slice` make keeps its parts in memory as well, for as long as the id is held. */
const joined = (...parts: readonly string[]): string => parts.join('');

function randomPart(random: Random): string {
  return joined(...Array.from({ length: randomLength }, () => alphabet[Math.floor(random() * 32)] as string));
}

/** The id plus one, or undefined where it has no successor (all Z: only a hostile line has that). */
function increment(id: string): string | undefined {
  for (let i = id.length - 1; i > 0; i--) {
    const digit = alphabet.indexOf(id[i] as string);
    if (digit < 31)
      return joined(id.slice(0, i), alphabet[digit + 1] as string, '0'.repeat(id.length - 1 - i));
  }
  return undefined;
}
