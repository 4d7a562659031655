import { basename } from 'node:path';
import { seededRandom } from '../fixtures/seeded-random.js';
import type { Change, Triple } from './grounding-set.js';

/**
 * One fact of a true answer changed by a program, at most once in each way: a number or a name becomes one that the text
 * does not have or another one of it, two names or two numbers change places, a denial is added or left out, a unit becomes
 * another one. The same each time. What comes out is not always good English; a few of a hundred are still true.
 */
export function seededChanges({ document, source, question, answer }: Triple): Change[] {
  const random = seededRandom(seedOf(`${basename(document)} ${question}`));
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const text: Place = { source, answer, pick };
  return ways.flatMap(([kind, change]) => {
    const changed = change(text);
    return changed === undefined || changed === answer ? [] : [{ kind, answer: changed }];
  });
}

function seedOf(text: string): number {
  let seed = 7;
  for (const letter of text) seed = (seed * 31 + (letter.codePointAt(0) ?? 0)) | 0;
  return seed;
}

interface Place {
  readonly source: string;
  readonly answer: string;
  readonly pick: <T>(list: readonly T[]) => T | undefined;
}

interface Piece {
  readonly text: string;
  readonly at: number;
}

type Way = (place: Place) => string | undefined;

const number =
  /(?<![\p{L}\d.,:/-])\d{1,3}(?:,\d{3})+(?![\d:/-])|(?<![\p{L}\d.,:/-])\d+(?:\.\d+)?(?![\d:/,-]|\.\d|\p{L})/gu;
/** Words that begin with a capital in the middle of a sentence, up to three of them. */
const name = /(?<=[\p{Ll},;)] )\p{Lu}\p{Ll}{2,}(?: \p{Lu}\p{Ll}{2,}){0,2}(?!\p{L})/gu;
const dates =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?)$/;
const strangers = ['Marlowe', 'Anneke Visser', 'Port Dunmore', 'Quillfield', 'Tobias Renn', 'Estrella'];
const auxiliary =
  /\b(?:is|are|was|were|can|must|will|would|should|may|has|have|had|does|did)\b(?! not\b|not\b|n't)/gi;
const units: readonly (readonly string[])[] = [
  ['seconds', 'minutes', 'hours', 'days', 'weeks', 'months', 'years'],
  ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'],
  ['millimetres', 'centimetres', 'metres', 'kilometres', 'miles'],
  ['millimeters', 'inches', 'feet', 'meters', 'kilometers', 'miles'],
  ['mm', 'cm', 'm', 'km'],
  ['milligrams', 'grams', 'kilograms', 'tonnes'],
  ['g', 'kg', 'mg'],
  ['millilitres', 'litres', 'gallons'],
  ['£', '$', '€'],
  ['million', 'billion', 'thousand'],
];

const found = (text: string, pattern: RegExp): Piece[] =>
  [...text.matchAll(pattern)].map((match) => ({ text: match[0], at: match.index }));

const put = (text: string, { at, text: old }: Piece, next: string): string =>
  text.slice(0, at) + next + text.slice(at + old.length);

const isYear = (digits: string): boolean => /^(?:1[5-9]|20)\d\d$/.test(digits);
/** Numbers that could stand in each other's place: years, or as long as each other. */
const alike = (a: string, b: string): boolean =>
  a !== b && isYear(a) === isYear(b) && a.replace(/\d/g, '0') === b.replace(/\d/g, '0');
const namesIn = (text: string): Piece[] => found(text, name).filter((piece) => !dates.test(piece.text));

const ways: readonly (readonly [string, Way])[] = [
  [
    'out',
    ({ source, answer, pick }) => {
      const old = pick(found(answer, number));
      if (old === undefined) return undefined;
      for (let add = 1; ; add += 3) {
        const next = old.text.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + add) % 10));
        if (next !== old.text && !source.includes(next)) return put(answer, old, next);
        if (add > 30) return undefined;
      }
    },
  ],
  [
    'out',
    ({ source, answer, pick }) => {
      const old = pick(namesIn(answer));
      const next = pick(strangers.filter((stranger) => !source.includes(stranger)));
      return old && next && put(answer, old, next);
    },
  ],
  [
    'within',
    ({ source, answer, pick }) => {
      const old = pick(found(answer, number));
      const other =
        old &&
        pick(found(source, number).filter(({ text }) => alike(text, old.text) && !answer.includes(text)));
      return old && other && put(answer, old, other.text);
    },
  ],
  [
    'within',
    ({ source, answer, pick }) => {
      const old = pick(namesIn(answer));
      const other =
        old && pick(namesIn(source).filter(({ text }) => !answer.includes(text) && !old.text.includes(text)));
      return old && other && put(answer, old, other.text);
    },
  ],
  ['role', ({ answer }) => swapped(answer, namesIn(answer), () => true)],
  ['role', ({ answer }) => swapped(answer, found(answer, number), alike)],
  [
    'negation',
    ({ answer, pick }) => {
      const denied = pick(found(answer, / not\b|(?<=can)not\b/g));
      if (denied) return put(answer, denied, '');
      const verb = pick(
        found(answer, auxiliary).filter(({ at }) => !/\bno\w*\b|n't/i.test(answer.slice(0, at))),
      );
      return verb && put(answer, verb, verb.text === 'can' ? 'cannot' : `${verb.text} not`);
    },
  ],
  [
    'unit',
    ({ answer, pick }) => {
      const places = units.flatMap((row) =>
        row.flatMap((unit) =>
          found(
            answer,
            /^\p{L}/u.test(unit)
              ? new RegExp(`(?<=[\\d\\p{L}] )${unit}(?!\\p{L})`, 'gu')
              : new RegExp(`\\${unit}(?=\\d)`, 'g'),
          ).map((place) => ({ place, row })),
        ),
      );
      const one = pick(places);
      const next = one && pick(one.row.filter((unit) => unit !== one.place.text));
      return one && next && put(answer, one.place, next);
    },
  ],
];

/** The first two that differ, in each other's place. */
function swapped(
  answer: string,
  pieces: readonly Piece[],
  fits: (a: string, b: string) => boolean,
): string | undefined {
  const [a, ...others] = pieces;
  const b = others.find(({ text }) => a !== undefined && text !== a.text && fits(a.text, text));
  return a && b && put(put(answer, b, a.text), a, b.text);
}
