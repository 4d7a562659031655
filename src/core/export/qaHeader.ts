import type { DocumentId, RunId } from '../dataset/model.js';
import type { RunLine } from '../dataset/lines.js';
import { ulidTime } from '../dataset/ulid.js';
import type { DatasetReader, DocumentInfo } from '../dataset/view.js';
import { baseName, extension } from './names.js';

/** How far a document is, and the runs it was made by. */
interface Progress {
  readonly completed: Set<number>;
  readonly failed: Set<number>;
  readonly runs: Set<RunId>;
  /** The last result's time, in milliseconds since the epoch. */
  last: number;
}

/** The header of `NAME_qa.json`, without its pairs. */
export interface QaHeader {
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly processing_info: Readonly<Record<string, unknown>>;
  readonly qa_generation_info: Readonly<Record<string, unknown>>;
  readonly status: 'completed' | 'in_progress' | 'failed';
  readonly completed_chunks: readonly number[];
  readonly failed_chunks: readonly number[];
  readonly summary: Readonly<Record<string, number>>;
  readonly completion_time: string | null;
}

/** What the results say of each document, by the places of its current chunks. */
export function progressByDocument(reader: DatasetReader): Map<DocumentId, Progress> {
  const places = new Map<string, { document: DocumentId; index: number }>();
  for (const document of reader.documents())
    for (const [index, { id }] of document.chunks.entries()) places.set(id, { document: document.id, index });
  const all = new Map<DocumentId, Progress>();
  for (const result of reader.results()) {
    for (const input of result.inputs) {
      const place = places.get(input);
      if (place === undefined) continue;
      const { document, index } = place;
      const progress = all.get(document) ?? {
        completed: new Set(),
        failed: new Set(),
        runs: new Set(),
        last: 0,
      };
      all.set(document, progress);
      (result.outcome === 'failed' ? progress.failed : progress.completed).add(index);
      progress.runs.add(result.run);
      progress.last = Math.max(progress.last, ulidTime(result.id));
    }
  }
  for (const { completed, failed } of all.values()) for (const index of completed) failed.delete(index);
  return all;
}

/** The header of a document's file. Where several runs made it, it is the last one's, with the number of the others. */
export function qaHeader(
  reader: DatasetReader,
  document: DocumentInfo,
  progress: Progress | undefined,
  pairs: number,
): QaHeader {
  const runs = [...(progress?.runs ?? [])]
    .flatMap((id) => reader.run(id) ?? [])
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const run = runs.at(-1);
  const total = document.chunks.length;
  const completed = ordered(progress?.completed);
  const failed = ordered(progress?.failed);
  const left = total - completed.length - failed.length;
  const finished = progress === undefined || left > 0 ? null : iso(progress.last);
  return {
    metadata: {
      file_name: baseName(document.path),
      source_file: document.path,
      file_type: extension(document.path),
      file_size: document.bytes ?? null,
      processed_at: run === undefined ? null : iso(ulidTime(run.id)),
    },
    processing_info: { ...chunking(run), total_chunks: total },
    qa_generation_info: { ...generation(run), other_runs: Math.max(0, runs.length - 1) },
    status: left > 0 ? 'in_progress' : total > 0 && completed.length === 0 ? 'failed' : 'completed',
    completed_chunks: completed,
    failed_chunks: failed,
    summary: {
      total_chunks: total,
      completed_chunks: completed.length,
      failed_chunks: failed.length,
      total_qa_pairs: pairs,
    },
    completion_time: finished,
  };
}

/** The settings that `training_data.json` names, of the last run of all. */
export function processingConfig(run: RunLine | undefined): Readonly<Record<string, unknown>> {
  const { chunk_size, chunk_overlap, splitting_strategy } = chunking(run);
  const { questions_per_chunk, temperature, max_tokens, provider, model } = generation(run);
  return {
    chunk_size,
    chunk_overlap,
    splitting_strategy,
    questions_per_chunk,
    temperature,
    max_tokens,
    llm_provider: provider,
    model_used: model,
  };
}

function chunking(run: RunLine | undefined): Record<string, unknown> {
  return {
    splitting_strategy: 'recursive',
    chunk_size: run?.chunking.size ?? null,
    chunk_overlap: run?.chunking.overlap ?? null,
  };
}

function generation(run: RunLine | undefined): Record<string, unknown> {
  return {
    provider: run?.provider ?? null,
    model: run?.model ?? null,
    questions_per_chunk: run?.settings.pairsPerChunk ?? null,
    temperature: run?.sampling.temperature ?? null,
    max_tokens: run?.sampling.maxTokens ?? null,
    generated_at: run === undefined ? null : iso(ulidTime(run.id)),
  };
}

export const iso = (ms: number): string => new Date(ms).toISOString();
const ordered = (indices: Iterable<number> = []): number[] => [...indices].sort((a, b) => a - b);
