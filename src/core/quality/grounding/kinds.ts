import { kindWords } from './kind-words.js';
import { stem } from './stem.js';

/** A line of the list and the name within it, for each of a word's meanings. */
type Kinds = ReadonlyMap<number, number>;

const mayBeImplied = new Set<string>();
let byStem: ReadonlyMap<string, Kinds> | undefined;

/** Each stem with its lines. Made when first needed. */
function table(): ReadonlyMap<string, Kinds> {
  const map = new Map<string, Map<number, number>>();
  let name = 0;
  for (const [line, text] of kindWords.trim().split('\n').entries()) {
    const implied = text.startsWith('~ ');
    for (const group of text.split(' ').slice(implied ? 1 : 0)) {
      name++;
      for (const word of group.split('=')) {
        const root = stem(word);
        const known = map.get(root) ?? new Map<number, number>();
        map.set(root, known);
        known.set(line, name);
        if (implied) mayBeImplied.add(root);
      }
    }
  }
  return map;
}

const none: Kinds = new Map();

/** The kinds of things that the word of a stem may name, each with which one of its kind it is. */
export const kindsOf = (root: string): Kinds => (byStem ??= table()).get(root) ?? none;

/** Whether two words name two things of one kind, and are names of one thing in no kind. */
export function excludes(one: Kinds, other: Kinds): boolean {
  let shared = false;
  for (const [line, name] of one) {
    const there = other.get(line);
    if (there === name) return false;
    if (there !== undefined) shared = true;
  }
  return shared;
}

/** Whether the word of a stem names a thing that a source has to name, too, for an answer to speak of it. */
export const isPlainThing = (root: string): boolean => kindsOf(root).size > 0 && !mayBeImplied.has(root);
