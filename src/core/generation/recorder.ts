import type { Dataset } from '../dataset/dataset.js';
import type { JournalProblem } from '../dataset/journal.js';
import type { ChunkLine, Draft, Line, ResultLine, RunLine } from '../dataset/lines.js';
import { ok } from '../outcome.js';
import type { Outcome, Problem } from '../outcome.js';
import type { Clock } from '../ports.js';
import { documentLine } from './documents.js';
import type { Job } from './jobs.js';

/** A result that can't be written is held so long, in milliseconds, in case somebody frees the disk or the lock. */
const patience = 30_000;
const pause = 2_000;
/** Waiting mends none of these. */
const lasting: ReadonlySet<JournalProblem['code']> = new Set(['read-only', 'newer']);

/** Results wait so long, in milliseconds, for others to be written along: one write and one sync serve them all. */
const gathering = 100;

export interface Recorder {
  /** Appends a result and what it stands on. Resolves once it is on the disk. */
  record(job: Job, text: string, result: Draft<ResultLine>): Promise<Outcome<ResultLine, JournalProblem>>;
  /** Writes what waits at once, for when nothing more is to come soon. */
  flush(): void;
}

interface Waiting {
  readonly job: Job;
  readonly text: string;
  readonly result: Draft<ResultLine>;
  readonly settle: (recorded: Promise<Outcome<ResultLine, JournalProblem>>) => void;
}

/**
 * Writes results so that none is lost: into the file that took the dataset's place where git or somebody replaced it,
 * and again and again for half a minute where the disk is full.
 * @param most when so many wait, they are written
 */
export function createRecorder(
  dataset: Dataset,
  run: Draft<RunLine> & { id: string },
  clock: Clock,
  signal: AbortSignal,
  tell: (problem: Problem) => void,
  most: number,
): Recorder {
  let waiting: Waiting[] = [];
  let stopTimer: (() => void) | undefined;
  let reloading: Promise<unknown> | undefined;
  let told = false; // many results wait for the same disk: it is said once

  /** The lines that a result names and the file does not have: its chunk; all of them in a file that was replaced. */
  const missing = ({ document, chunk }: Job, text: string): Draft[] => {
    const { fold } = dataset;
    const known = fold.chunks.get(chunk.id);
    const drafts: Draft[] = [];
    if (!fold.runs.has(run.id)) drafts.push(run);
    if (!fold.documents.has(document.id)) drafts.push(documentLine(document));
    if (!known || known.heading.join('\n') !== chunk.heading.join('\n')) {
      const line: Draft<ChunkLine> = {
        type: 'chunk',
        chunk: chunk.id,
        document: document.id,
        text,
        heading: chunk.heading,
      };
      drafts.push(line);
    }
    return drafts;
  };

  const reload = async (problem: JournalProblem) => {
    if (!reloading) {
      const message = `${problem.message} What was written before is where that file went. The run goes on in the one that is there now.`;
      if (!told) tell({ code: 'replaced', message });
      reloading = dataset.reload().finally(() => (reloading = undefined));
    }
    await reloading;
  };

  /** Appends a batch. Resolves with its results in order. */
  const write = async (
    batch: readonly Waiting[],
  ): Promise<Outcome<readonly ResultLine[], JournalProblem>> => {
    const until = clock.now() + patience;
    let reloaded = false; // where that helped nothing, there is no file to go on in for now
    for (;;) {
      const drafts = batch.flatMap(({ job, text, result }) => [...missing(job, text), result]);
      const appended = await dataset.append<Line>(drafts);
      if (appended.ok) {
        told = false;
        return ok(appended.value.filter((line) => line.type === 'result'));
      }
      const { error } = appended;
      if (error.code === 'replaced' && !reloaded) {
        reloaded = true;
        await reload(error);
        continue;
      }
      if (lasting.has(error.code) || clock.now() >= until || signal.aborted) return appended;
      if (!told) {
        tell({ code: error.code, message: `${error.message} Trying again for ${patience / 1000} s.` });
      }
      told = true;
      reloaded = false;
      await clock.sleep(pause, signal);
    }
  };

  const flush = () => {
    stopTimer?.();
    stopTimer = undefined;
    const batch = waiting;
    waiting = [];
    if (batch.length === 0) return;
    const written = write(batch);
    for (const [i, { settle }] of batch.entries()) {
      settle(written.then((lines) => (lines.ok ? ok(lines.value[i] as ResultLine) : lines)));
    }
  };

  return {
    flush,
    record: (job, text, result) =>
      new Promise((settle) => {
        waiting.push({ job, text, result, settle });
        if (waiting.length >= most || signal.aborted) flush();
        else stopTimer ??= clock.after(gathering, flush);
      }),
  };
}
