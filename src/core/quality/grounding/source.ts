import { rootsOf } from './check-content.js';
import { wordSet } from './name-forms.js';
import { haystackOf, type Haystack } from './find-quote.js';
import { analyse, type Text } from './text.js';

/** Longer sources are not judged: 200,000 UTF-16 units, some 70 pages. */
export const longestSource = 200_000;

/** A source taken apart once, when first needed, for all the answers that are checked against it. */
export class PreparedSource {
  readonly haystack: Haystack;
  #text: Text | undefined;
  #words: ReadonlySet<string> | undefined;
  #roots: ReadonlySet<string> | undefined;

  /** Use `prepareSource`. */
  constructor(readonly source: string) {
    this.haystack = haystackOf(source, () => this.text);
  }

  /** Empty where the source is too long to be judged. */
  get text(): Text {
    return (this.#text ??= analyse(this.source.length > longestSource ? '' : this.source, true));
  }

  get words(): ReadonlySet<string> {
    return (this.#words ??= wordSet(this.text));
  }

  get roots(): ReadonlySet<string> {
    return (this.#roots ??= rootsOf(this.text));
  }
}

/** Makes a source ready. Each part is worked out when first needed; linear in the source's length. */
export const prepareSource = (source: string): PreparedSource => new PreparedSource(source);

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
