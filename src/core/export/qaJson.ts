import type { PairId } from '../dataset/model.js';
import type { DocumentInfo, PairView } from '../dataset/view.js';
import { instructionOf } from './alpaca.js';
import { writeFile } from './fileSet.js';
import type { DocumentFormat, DocumentJob, LeaveOut, Loss, Row, RowFormat, RowPair } from './format.js';
import type { ExportedFile } from './manifest.js';
import { baseName, documentStems, extension } from './names.js';
import { Places } from './places.js';
import { iso, processingConfig, progressByDocument, qaHeader, type QaHeader } from './qaHeader.js';
import { repair, repairPair } from './repair.js';
import { importedPair, rowPair } from './row.js';
import { views } from './select.js';
import type { Written } from './writer.js';
import { Cancelled, Changed } from './writing.js';

const notQa: ReadonlySet<LeaveOut> = new Set(['several-turns', 'no-question', 'turns', 'tools']);

/** Which pairs are a question and an answer about a document. */
const qaPair: RowFormat = {
  kind: 'rows',
  id: 'qa-pair',
  title: 'Question and answer',
  container: 'array',
  fileName: (name) => `${name}.json`,
  keys: ['question', 'answer'],
  rows(pair) {
    const made = questionOf(pair);
    if ('out' in made) return notQa.has(made.out) ? { out: 'not-qa' } : made;
    if (pair.view?.chunks.length === 0 && pair.untouched?.format !== 'qa-json') return { out: 'no-document' };
    const { question, answer, lost } = made;
    return { rows: [{ question, answer }], lost };
  },
};

/** The question and the answer of a pair, repaired. */
function questionOf(
  pair: RowPair,
): { question: string; answer: string; lost: readonly Loss[] } | { out: LeaveOut } {
  const made = instructionOf(repairPair(pair).pair, {});
  if ('out' in made) return made;
  const { instruction, input, output, lost, system } = made;
  return {
    question: input === '' ? instruction : `${instruction}\n\n${input}`,
    answer: output,
    lost: system === undefined ? lost : [...lost, 'system'],
  };
}

/** `NAME_qa.json` for each document, and `training_data.json` for all. */
export const qaJson: DocumentFormat = {
  kind: 'documents',
  id: 'qa-json',
  title: 'Question and answer files by document, and training_data.json',
  pairs: qaPair,
  write: writeAll,
};

interface QaFile {
  readonly document: DocumentInfo;
  readonly index: number;
  readonly path: string;
  readonly pairs: readonly PairId[];
  readonly header: QaHeader;
}

async function writeAll(job: DocumentJob): Promise<ExportedFile[]> {
  const { reader } = job;
  const progress = progressByDocument(reader);
  const stems = documentStems(reader.documents());
  const files = reader.documents().flatMap((document, index): QaFile[] => {
    const pairs = job.chosen.get(document.id) ?? [];
    if (pairs.length === 0 && !progress.has(document.id)) return [];
    const header = qaHeader(reader, document, progress.get(document.id), pairs.length);
    return [{ document, index, path: `${stems.get(document.id)}_qa.json`, pairs, header }];
  });
  const places = new Places(reader);
  const written: ExportedFile[] = [];
  for (const file of files)
    written.push({ ...(await writeDocument(job, file, places)), document: file.document.path });
  written.push(await writeTogether(job, files, places));
  return written;
}

async function writeDocument(job: DocumentJob, file: QaFile, places: Places): Promise<Written> {
  const { metadata, processing_info, qa_generation_info, ...rest } = file.header;
  return writeJson(job, file.path, [
    { metadata, processing_info, qa_generation_info },
    trainingPairs(job, file, places),
    rest,
  ]);
}

async function writeTogether(job: DocumentJob, files: readonly QaFile[], places: Places): Promise<Written> {
  const { reader } = job;
  const loose = job.chosen.get(undefined) ?? [];
  const last = [...reader.runs()].sort((a, b) => (a.id < b.id ? -1 : 1)).at(-1);
  const head = {
    metadata: {
      generated_by: job.app,
      generated_at: iso(job.now),
      total_qa_pairs: files.reduce((n, file) => n + file.pairs.length, loose.length),
      num_documents: files.length,
      source_qa_files: files.map((file) => file.path),
      processing_config: processingConfig(last),
    },
    documents: files.map(({ header, pairs, path }) => ({
      file_info: header.metadata,
      processing_info: header.processing_info,
      qa_generation_info: header.qa_generation_info,
      summary: header.summary,
      qa_pairs_count: pairs.length,
      source_file: path,
    })),
  };
  async function* all(): AsyncGenerator<Row> {
    for (const file of files) yield* trainingPairs(job, file, places);
    for await (const view of views(reader, loose, job.signal)) yield asImported(view) ?? {};
  }
  return writeJson(job, 'training_data.json', [head, all(), {}]);
}

/** A JSON object with `training_pairs`, a line each, between what comes before and after. */
async function writeJson(
  job: DocumentJob,
  path: string,
  [before, pairs, after]: readonly [object, AsyncIterable<Row>, object],
): Promise<Written> {
  const keys = (part: object): string => JSON.stringify(part, null, 2).slice(2, -2);
  return writeFile(job.open, job.folder, path, 'object', async (writer) => {
    await writer.text(`{\n${keys(before)},\n  "training_pairs": [`);
    for await (const pair of pairs) await writer.item(pair);
    if (job.signal?.aborted === true) throw new Cancelled();
    const rest = keys(after);
    await writer.text(`${writer.rows === 0 ? '' : '\n  '}]${rest === '' ? '' : `,\n${rest}`}\n}\n`);
  });
}

async function* trainingPairs(job: DocumentJob, file: QaFile, places: Places): AsyncGenerator<Row> {
  for await (const view of views(job.reader, file.pairs, job.signal))
    yield asImported(view) ?? (await trainingPair(job, file, places, view));
}

/** The record that a pair was imported as, where no one changed it since. */
function asImported(view: PairView): Row | undefined {
  const { untouched } = importedPair(view, view.edited ? undefined : view.origin);
  return untouched?.format === 'qa-json' ? untouched.record : undefined;
}

async function trainingPair(job: DocumentJob, file: QaFile, places: Places, view: PairView): Promise<Row> {
  const made = questionOf(rowPair(view));
  if ('out' in made) throw new Changed();
  const place = await places.find(view);
  const { document } = file;
  const index = typeof place === 'string' ? 0 : place.index;
  const chunk = document.chunks[index];
  const text = chunk === undefined ? '' : await job.reader.chunkText(chunk.id);
  const start = chunk?.start ?? 0;
  return {
    question: made.question,
    answer: made.answer,
    source_file: document.path,
    file_name: baseName(document.path),
    file_type: extension(document.path),
    chunk_id: `${file.index}_${index}`,
    chunk_index: index,
    chunk_start: start,
    chunk_end: start + text.length,
    source_text: repair(text),
  };
}
