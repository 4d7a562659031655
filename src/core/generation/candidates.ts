import type { PlannedChunk, PlannedDocument } from './documents.js';
import { selects, takeChunks } from './limits.js';
import type { Limits } from './limits.js';
import type { Hash } from '../ports.js';

/** A chunk of a plan's documents that may be wanted. */
export interface Candidate {
  readonly document: PlannedDocument;
  /** The document's place among the plan's. */
  readonly documentNumber: number;
  readonly chunk: PlannedChunk;
  /** The chunk's place in its document, from 0. */
  readonly place: number;
  /** The key of its result by each target. */
  readonly keys: readonly string[];
  /** The first of them. */
  readonly key: string;
}

/** The chunks of a plan's documents. They are made as they are asked for; what is worked out once is their keys. */
export class Candidates {
  /** By the number of a chunk. */
  readonly #keys: (readonly string[])[] = [];

  constructor(
    private readonly documents: readonly PlannedDocument[],
    private readonly keysOf: (chunk: PlannedChunk) => readonly string[],
  ) {}

  get length(): number {
    return this.documents.reduce((sum, document) => sum + document.chunks.length, 0);
  }

  *[Symbol.iterator](): Generator<Candidate> {
    let number = 0;
    for (const [documentNumber, document] of this.documents.entries()) {
      for (let place = 0; place < document.chunks.length; place++) {
        const chunk = document.chunks.at(place);
        const keys = (this.#keys[number++] ??= this.keysOf(chunk));
        yield { document, documentNumber, chunk, place, keys, key: keys[0] as string };
      }
    }
  }

  /** What limits leave of them, and how many they leave out. */
  within(limits: Limits, seed: number, hash: Hash): { taken: Iterable<Candidate>; leftOut: number } {
    if (!selects(limits)) return { taken: this, leftOut: 0 };
    const all = [...this];
    const taken = takeChunks(all, limits, seed, hash);
    return { taken, leftOut: all.length - taken.length };
  }
}
