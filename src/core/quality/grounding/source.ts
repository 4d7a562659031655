import { rootsOf } from './check-content.js';
import { wordSet } from './check-names.js';
import { haystackOf, type Haystack } from './find-quote.js';
import { once } from './once.js';
import { analyse, type Text } from './text.js';

/** A source taken apart once, when first needed, for all the answers that are checked against it. */
export interface PreparedSource {
  readonly source: string;
  /** Empty where the source is too long to be judged. */
  readonly text: Text;
  readonly words: ReadonlySet<string>;
  readonly roots: () => ReadonlySet<string>;
  readonly haystack: Haystack;
}

/** Longer sources are not judged: 200,000 UTF-16 units, some 70 pages. */
export const longestSource = 200_000;

/** Makes a source ready. Each part is worked out when first needed; linear in the source's length. */
export function prepareSource(source: string): PreparedSource {
  const text = once(() => analyse(source.length > longestSource ? '' : source, true));
  const words = once(() => wordSet(text()));
  const roots = once(() => rootsOf(text()));
  return {
    source,
    get text() {
      return text();
    },
    get words() {
      return words();
    },
    roots,
    haystack: haystackOf(source, text),
  };
}

const recent = new Map<string, PreparedSource>();
const mostRecent = 8;

/** As `prepareSource`, remembering the last few sources: the pairs of a chunk come one after the other. */
export function preparedSource(source: string): PreparedSource {
  const seen = recent.get(source);
  if (seen !== undefined) return seen;
  const prepared = prepareSource(source);
  if (recent.size >= mostRecent) {
    const [oldest] = recent.keys();
    if (oldest !== undefined) recent.delete(oldest);
  }
  recent.set(source, prepared);
  return prepared;
}
