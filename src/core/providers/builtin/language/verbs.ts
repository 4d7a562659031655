import { bases, doubled, irregularForms, nounBases } from './verb-lists.js';

export interface VerbForm {
  readonly base: string;
  readonly form: 'base' | 'third' | 'past' | 'participle' | 'past-or-participle' | 'gerund';
}

const forms = new Map<string, VerbForm[]>();
const pasts = new Map<string, string>();
const thirds = new Map<string, string>();
const participles = new Map<string, string>();

function note(word: string, base: string, form: VerbForm['form']): void {
  const known = forms.get(word);
  if (!known) forms.set(word, [{ base, form }]);
  else if (!known.some((each) => each.form === form)) known.push({ base, form });
}

const thirdOf = (base: string): string =>
  /(?:s|x|z|ch|sh|o)$/.test(base)
    ? `${base}es`
    : /[^aeiou]y$/.test(base)
      ? `${base.slice(0, -1)}ies`
      : `${base}s`;

function regularPast(base: string): string {
  if (base.endsWith('e')) return `${base}d`;
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`;
  return doubled.has(base) ? `${base}${base.at(-1)}ed` : `${base}ed`;
}

export function gerundOf(base: string): string {
  if (base.endsWith('ie')) return `${base.slice(0, -2)}ying`;
  if (base.endsWith('e') && !/(?:ee|oe|ye)$/.test(base) && base !== 'be') return `${base.slice(0, -1)}ing`;
  return doubled.has(base) ? `${base}${base.at(-1)}ing` : `${base}ing`;
}

const irregular = new Map(
  irregularForms
    .split('|')
    .map((row) => row.trim().split(/\s+/))
    .map((row) => [row[0] as string, row] as const),
);

for (const base of new Set([...bases, ...irregular.keys()])) {
  const row = irregular.get(base);
  const third = row?.[3] ?? thirdOf(base);
  const past = row?.[1] ?? regularPast(base);
  const participle = row?.[2] ?? past;
  note(base, base, 'base');
  note(third, base, 'third');
  if (past === participle) note(past, base, 'past-or-participle');
  else {
    note(past, base, 'past');
    note(participle, base, 'participle');
  }
  note(gerundOf(base), base, 'gerund');
  pasts.set(base, past);
  participles.set(base, participle);
  thirds.set(base, third);
  if (/[^aeiou][aeiou]l$/.test(base) && !row) {
    note(`${base}led`, base, 'past-or-participle');
    note(`${base}ling`, base, 'gerund');
  }
}
for (const [word, base] of [
  ['learnt', 'learn'],
  ['got', 'get'],
  ['shown', 'show'],
  ['showed', 'show'],
  ['proven', 'prove'],
] as const)
  note(word, base, 'past-or-participle');

/** What verb forms a word (in lower case) can be; empty for words that are no known verb. */
export const verbForms = (word: string): readonly VerbForm[] => forms.get(word) ?? [];

/** May this word just as well be a noun? */
export const isNounish = (word: string): boolean =>
  forms
    .get(word)
    ?.some((each) => nounBases.has(each.base) && (each.form === 'base' || each.form === 'third')) === true;

/** The form of a verb, or undefined. */
export function verbAs(word: string, ...wanted: readonly VerbForm['form'][]): VerbForm | undefined {
  const known = forms.get(word);
  if (known === undefined) return undefined;
  for (const each of known) if (wanted.includes(each.form)) return each;
  return undefined;
}

/** The past participle of a known verb. */
export const participleOf = (base: string): string | undefined => participles.get(base);

export const pastOf = (base: string): string => pasts.get(base) ?? regularPast(base);
export const thirdPersonOf = (base: string): string => thirds.get(base) ?? thirdOf(base);

/** Past participles, with those of regular verbs that are not in the list. */
export function participleBase(word: string): string | undefined {
  const known = verbAs(word, 'participle', 'past-or-participle');
  if (known) return known.base;
  return undefined;
}

/** Looks like a past participle, known or not. */
export const looksParticiple = (word: string): boolean =>
  participleBase(word) !== undefined ||
  (word.length > 4 &&
    word.endsWith('ed') &&
    !/(?:need|seed|speed|feed|breed|indeed|hundred|exceed|succeed|proceed)$/.test(word));
