import type { Dataset } from '../../../core/dataset/dataset.js';
import type { Range, Source, Span } from '../../../core/dataset/model.js';
import type { PageSource } from '../../../protocol.js';
import type { Outcome, Problem } from '../../../core/outcome.js';
import { passageFor } from './passage.js';
import { placeOf, wholeOf } from './places.js';
import type { NowText, OldChunk } from './places.js';
import { oneLine } from './cut.js';

/** A source of a pair, with its chunk as it was and its document as it is now. */
export interface SourceNow {
  readonly source: Source;
  /** Path of its document; empty where the dataset does not know it. */
  readonly path: string;
  readonly heading: readonly string[];
  readonly chunk: OldChunk;
  readonly now: Outcome<NowText, Problem>;
}

/** A piece of evidence and where it stands now; undefined: its words are gone. */
export interface SpanNow {
  readonly span: Span;
  readonly at: Range | undefined;
}

const longestPassage = 4_000;

/** The document is not there any more, and its words with it; one that can't be read may still have them. */
export const isGone = (problem: Problem): boolean => problem.code === 'gone';

/** Loads a source's chunk and document. */
export async function sourceNow(
  dataset: Dataset,
  source: Source,
  read: (path: string) => Promise<Outcome<NowText, Problem>>,
): Promise<SourceNow> {
  const known = dataset.chunk(source.chunk);
  const document = known && dataset.fold.documents.get(known.document);
  const text = known ? await dataset.chunkText(source.chunk).catch(() => '') : '';
  const start = document?.chunks.startOf(source.chunk);
  const path = document?.path ?? '';
  const unknown: Problem = {
    code: 'unknown',
    message: 'The dataset does not say which document this is from.',
  };
  const now = document ? await read(path) : ({ ok: false, error: unknown } as const);
  return { source, path, heading: known?.heading ?? [], chunk: { text, start }, now };
}

/** Where the evidence of a source stands now. A source without evidence stands for its whole chunk. */
export function spansNow({ source, chunk, now }: SourceNow): SpanNow[] {
  if (!now.ok) return [];
  const spans = source.spans.length > 0 ? source.spans : [wholeOf(chunk)];
  return spans.map((span) => ({ span, at: placeOf(now.value, chunk, span) }));
}

/** The passage that is most like what a source has lost; undefined where nothing is lost, or nothing is like it. */
export function passageNow(source: SourceNow, spans = spansNow(source)): Range | undefined {
  const lost = spans.find(({ at }) => at === undefined);
  return lost && source.now.ok ? passageFor(source.now.value.text, source.chunk, lost.span) : undefined;
}

/** What the page shows of a source. */
export function pageSource(source: SourceNow): PageSource {
  const { now, chunk, path, heading } = source;
  const spans = spansNow(source);
  const passage = passageNow(source, spans);
  const start = spans.find(({ at }) => at)?.at?.[0] ?? passage?.[0];
  const shown = source.source.spans.map((span, i) => ({
    at: clamped(span, chunk.text),
    quote: span.quote,
    found: now.ok ? spans[i]?.at !== undefined : !isGone(now.error),
  }));
  return {
    chunk: source.source.chunk,
    document: path,
    heading: heading.map((title) => oneLine(title, 200)),
    ...(now.ok && start !== undefined && { line: lineOf(now.value.text, start) }),
    text: chunk.text,
    spans: shown,
    ...(now.ok &&
      passage && {
        now: now.value.text.slice(passage[0], Math.min(passage[1], passage[0] + longestPassage)),
      }),
    ...(!now.ok && { problem: now.error.message }),
  };
}

/** A damaged line's span need not lie in its chunk. */
const clamped = ({ start, end }: Span, text: string): [number, number] => {
  const from = Math.min(start, text.length);
  return [from, Math.max(from, Math.min(end, text.length))];
};

/** From 1. */
function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
