import type { Hash } from '../ports.js';

/** `<document>:<hash of the chunk's text>:<occurrence number>`, the number from 0 in the order of the text. */
function chunkId(document: string, hash: string, occurrence: number): string {
  return [document, hash, occurrence].join(':'); // a template would keep its parts in memory as well
}

/** What ids are made from. */
export interface Naming {
  /** The document's id. */
  readonly document: string;
  readonly hash: Hash;
}

/** Gives each text the first id that is not taken, and takes it. */
export function idMaker({ document, hash }: Naming, taken: Set<string>): (text: string) => string {
  /** For each hash, the first number that may be free. */
  const next = new Map<string, number>();
  return (text) => {
    const digest = hash(text);
    let occurrence = next.get(digest) ?? 0;
    while (taken.has(chunkId(document, digest, occurrence))) occurrence++;
    next.set(digest, occurrence + 1);
    const id = chunkId(document, digest, occurrence);
    taken.add(id);
    return id;
  };
}
