/**
 * Where blocks and sentences start and end, found in another way than the splitter's: blocks by one expression for
 * the whole text, sentences by `Intl.Segmenter` in each paragraph.
 */
export interface Borders {
  readonly starts: ReadonlySet<number>;
  readonly ends: ReadonlySet<number>;
}

const fence = /^[ \t]*(?:[-*+]|\d+\.)?[ \t]*(```|~~~)[^\n]*\n[\s\S]*?^[ \t]*\1[^\n]*$/gm;

/** A blank line, and a line end before or after what stands on a line of its own. */
const between = new RegExp(
  [
    String.raw`\n[ \t]*\n`,
    String.raw`\n(?=[ \t]*(?:[-*+•>]|\d{1,3}[.)])[ \t])`,
    String.raw`\n(?=#{1,6} )`,
    String.raw`(?<=^#{1,6} [^\n]*)\n`,
    String.raw`\n(?=\|)`,
  ].join('|'),
  'gm',
);

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

export function findBorders(text: string): Borders {
  const starts = new Set<number>();
  const ends = new Set<number>();
  const add = (from: number, piece: string) => {
    if (piece.trim() === '') return;
    starts.add(from + piece.length - piece.trimStart().length);
    ends.add(from + piece.trimEnd().length);
  };
  const fences = Array.from(
    text.matchAll(fence),
    ({ index, 0: whole }) => [index, index + whole.length] as const,
  );
  const inFence = (at: number) => fences.some(([start, end]) => at > start && at < end);
  let from = 0;
  const addParagraph = (to: number) => {
    const paragraph = text.slice(from, to);
    add(from, paragraph);
    if (fences.some(([start, end]) => start <= from && to <= end)) return;
    // A line end is blank space here; to the segmenter it would end a sentence.
    for (const { index, segment } of segmenter.segment(paragraph.replaceAll('\n', ' ')))
      add(from + index, segment);
  };
  for (const { index, 0: gap } of text.matchAll(between)) {
    if (inFence(index)) continue;
    addParagraph(index);
    from = index + gap.length;
  }
  addParagraph(text.length);
  return { starts, ends };
}
