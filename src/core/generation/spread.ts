/**
 * A stratified sample: every document gets one where there are enough, and more by its number of chunks; in a document
 * they come from its equal parts, one from each, so that its end is asked as well as its start. With more documents
 * than chunks to take, the documents are taken from equal parts of their list in the same way.
 * @param rank what is taken of a part: the chunk whose rank is smallest
 */
export function spread<T extends { readonly document: object }>(
  chunks: readonly T[],
  count: number,
  rank: (chunk: T) => string,
): readonly T[] {
  if (chunks.length <= count) return chunks;
  const byDocument = groupsOf(chunks);
  const smallest = (own: readonly T[]): string => rank(own[0] as T);
  const groups = byDocument.length > count ? oneOfEach(byDocument, count, smallest) : byDocument;
  const shares = sharesOf(
    groups.map((group) => group.length),
    count,
  );
  return groups.flatMap((group, i) => oneOfEach(group, shares[i] as number, rank));
}

function groupsOf<T extends { readonly document: object }>(chunks: readonly T[]): T[][] {
  const groups = new Map<object, T[]>();
  for (const chunk of chunks) {
    const group = groups.get(chunk.document);
    if (group) group.push(chunk);
    else groups.set(chunk.document, [chunk]);
  }
  return [...groups.values()];
}

/** Divides `count` by the sizes, none below 1, none above its size, by the largest remainders. */
function sharesOf(sizes: readonly number[], count: number): number[] {
  const more = count - sizes.length;
  const rest = sizes.reduce((sum, size) => sum + size - 1, 0);
  const exact = sizes.map((size) => (rest === 0 ? 0 : (more * (size - 1)) / rest));
  const shares = exact.map((share) => 1 + Math.floor(share));
  const left = count - shares.reduce((sum, share) => sum + share, 0);
  const byRemainder = exact.map((share, i) => ({ i, remainder: share - Math.floor(share) }));
  byRemainder.sort((a, b) => b.remainder - a.remainder || a.i - b.i);
  for (const { i } of byRemainder.slice(0, Math.max(0, left))) shares[i] = (shares[i] as number) + 1;
  return shares;
}

/** Cuts a list into equal parts and takes the one of smallest rank from each. */
function oneOfEach<T>(list: readonly T[], parts: number, rank: (item: T) => string): T[] {
  return Array.from({ length: parts }, (_, part) => {
    const own = list.slice(
      Math.floor((part * list.length) / parts),
      Math.floor(((part + 1) * list.length) / parts),
    );
    const ranks = own.map((item) => rank(item));
    const least = ranks.reduce((best, one, i) => (one < (ranks[best] as string) ? i : best), 0);
    return own[least] as T;
  });
}
