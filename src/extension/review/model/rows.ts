import type { Dataset } from '../../../core/dataset/dataset.js';
import type { ChunkId } from '../../../core/dataset/model.js';
import type { Row } from '../../../protocol.js';
import { oneLine } from './cut.js';
import type { Entry, FailureEntry, PairEntry } from './entries.js';
import type { PairTexts } from './pair-texts.js';

const longestHeading = 200;
const longestTitle = 300;
const tagsShown = 100;

/** Makes a row of an entry: what the list shows of it. */
export async function rowOf(
  dataset: Dataset,
  texts: PairTexts,
  entry: Entry,
  isStale: (pair: string) => boolean,
): Promise<Row> {
  return entry.kind === 'pair' ? pairRow(dataset, texts, entry, isStale) : failureRow(dataset, entry);
}

async function pairRow(
  dataset: Dataset,
  texts: PairTexts,
  { id, info, document }: PairEntry,
  isStale: (pair: string) => boolean,
): Promise<Extract<Row, { kind: 'pair' }>> {
  // A line that was damaged since can't be read: the row stays, without its words.
  const { title, questionType } = await texts.title(id).catch(() => ({ title: '', questionType: undefined }));
  const { status, rating, verdict, edited, tags } = info;
  return {
    kind: 'pair',
    id,
    document,
    heading: headingOf(dataset, info.chunks[0]),
    title,
    status,
    rating,
    questionType,
    verdict,
    stale: isStale(id),
    edited,
    tags: tags.slice(0, tagsShown),
  };
}

async function failureRow(dataset: Dataset, { id, chunk, code, document }: FailureEntry): Promise<Row> {
  const text = chunk === undefined ? '' : await dataset.chunkText(chunk).catch(() => '');
  const title = oneLine(text, longestTitle);
  return { kind: 'failure', id, document, heading: headingOf(dataset, chunk), title, code };
}

function headingOf(dataset: Dataset, chunk: ChunkId | undefined): string {
  const headings = chunk === undefined ? undefined : dataset.chunk(chunk)?.heading;
  return oneLine((headings ?? []).join(' > '), longestHeading);
}
