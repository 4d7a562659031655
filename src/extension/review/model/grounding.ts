import type { Dataset } from '../../../core/dataset/dataset.js';
import type { Draft } from '../../../core/dataset/lines.js';
import type { ChunkId, Grounding, Message, PairFields, Source } from '../../../core/dataset/model.js';
import type { PairView } from '../../../core/dataset/view.js';
import { ground, prepareSource } from '../../../core/quality/index.js';
import type { PreparedSource } from '../../../core/quality/index.js';
import { questionOf } from './pair-texts.js';

/** What a completion is held against. */
interface Ground {
  readonly source: PreparedSource;
  readonly heading: readonly string[];
}

/** Sources that were taken apart are kept, for what is typed next. */
const mostKept = 4;

/** Holds edited texts of pairs against the chunks that they are from. */
export class Grounder {
  readonly #kept = new Map<string, Promise<Ground | undefined>>();

  constructor(private readonly dataset: Dataset) {}

  /** Undefined where a pair has no source to be held against. */
  async check(
    sources: readonly Source[],
    question: string | undefined,
    completion: string,
  ): Promise<Grounding | undefined> {
    const against = await this.#against(sources);
    return against && ground({ ...against, question, completion }).grounding;
  }

  /** The fields to set, with the grounding that the words will have; as they are where no word is changed. */
  async withGrounding(pair: PairView, set: PairFields): Promise<PairFields> {
    if (set.completion === undefined && set.prompt === undefined && set.sources === undefined) return set;
    const { prompt, completion, sources } = {
      prompt: fieldOf(set.prompt, pair.prompt, pair.original.prompt),
      completion: fieldOf(set.completion, pair.completion, pair.original.completion),
      sources: fieldOf(set.sources, pair.sources, pair.original.sources),
    };
    const same =
      isSame(prompt, pair.original.prompt) &&
      completion === pair.original.completion &&
      isSame(sources, pair.original.sources);
    // Words as they were generated stand as they were checked then.
    if (same && pair.original.checks?.grounding) return { ...set, grounding: null };
    const grounding = await this.check(sources, questionOf(prompt), completion);
    return grounding ? { ...set, grounding } : set;
  }

  /** As `check`, of a pair on sources whose chunks are among lines that are yet to be written. */
  async checkOn(
    sources: readonly Source[],
    along: readonly Draft[],
    { prompt, completion }: PairView,
  ): Promise<Grounding | undefined> {
    const fresh = new Map(
      along.flatMap((line) => (line.type === 'chunk' ? [[line.chunk, line] as const] : [])),
    );
    const chunks = await Promise.all(
      sources.map(async ({ chunk }): Promise<Chunk | undefined> => fresh.get(chunk) ?? this.#chunk(chunk)),
    );
    const against = joined(chunks);
    return against && ground({ ...against, question: questionOf(prompt), completion }).grounding;
  }

  /** For when chunks may be other ones. */
  forget(): void {
    this.#kept.clear();
  }

  #against(sources: readonly Source[]): Promise<Ground | undefined> {
    const name = sources.map(({ chunk }) => chunk).join('\n');
    let kept = this.#kept.get(name);
    if (!kept) {
      this.#kept.set(name, (kept = this.#load(sources)));
      const [oldest] = this.#kept.keys();
      if (this.#kept.size > mostKept && oldest !== undefined) this.#kept.delete(oldest);
    }
    return kept;
  }

  async #load(sources: readonly Source[]): Promise<Ground | undefined> {
    return joined(await Promise.all(sources.map(({ chunk }) => this.#chunk(chunk))));
  }

  async #chunk(id: ChunkId): Promise<Chunk | undefined> {
    const chunk = this.dataset.chunk(id);
    return chunk && { text: await this.dataset.chunkText(id), heading: chunk.heading };
  }
}

interface Chunk {
  readonly text: string;
  readonly heading: readonly string[];
}

/** Chunks as one source. */
function joined(chunks: readonly (Chunk | undefined)[]): Ground | undefined {
  const known = chunks.filter((chunk) => chunk !== undefined);
  if (known.length === 0) return undefined;
  const heading = [...new Set(known.flatMap((chunk) => chunk.heading))];
  return { source: prepareSource(known.map(({ text }) => text).join('\n\n')), heading };
}

const fieldOf = <T>(set: T | null | undefined, now: T, original: T): T =>
  set === undefined ? now : (set ?? original);

const isSame = (
  a: readonly Message[] | readonly Source[],
  b: readonly Message[] | readonly Source[],
): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
