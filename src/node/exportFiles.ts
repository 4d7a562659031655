import type { Dataset } from '../core/dataset/dataset.js';
import { writeFile } from '../core/export/fileSet.js';
import { exportDataset, trainingCommands } from '../core/export/index.js';
import type { ExportOptions, ExportProblem, ExportReport, TrainingCommand } from '../core/export/index.js';
import { writing } from '../core/export/writing.js';
import { fail, ok } from '../core/outcome.js';
import type { Outcome, Problem } from '../core/outcome.js';
import type { OpenSink } from '../core/ports.js';
import { nodeClock, nodeHash } from './ports.js';
import { openSink } from './sink.js';

/** How to train on an export with one tool: shell commands, in order. */
export interface TrainingSteps {
  readonly tool: string;
  readonly commands: readonly string[];
}

export interface Exported {
  readonly report: ExportReport;
  readonly training: readonly TrainingSteps[];
  /** What went wrong once the files were written: the splits could not be recorded, a file for a tool not written. */
  readonly problems: readonly Problem[];
}

/**
 * Writes a dataset's training files, records in the dataset which split each new group went to, and says how to train
 * on them.
 */
export async function exportFiles(
  dataset: Dataset,
  options: ExportOptions,
  app: string,
): Promise<Outcome<Exported, ExportProblem>> {
  const exported = await exportDataset(dataset, options, openSink, { hash: nodeHash, clock: nodeClock, app });
  if (!exported.ok) return exported;
  const report = exported.value;
  const recorded = await recordSplits(dataset, report);
  const steps = trainingCommands(report);
  const prepared = await writeToolFiles(report, steps);
  const problems = [recorded, prepared].flatMap((one) => (one.ok ? [] : [one.error]));
  return ok({ report, training: steps.map(({ tool, commands }) => ({ tool, commands })), problems });
}

/** What `exportFiles` would write, without a file; tokens are not counted. */
export function previewExport(
  dataset: Dataset,
  options: ExportOptions,
): Promise<Outcome<ExportReport, ExportProblem>> {
  const ports = { hash: nodeHash, clock: nodeClock, app: '', countTokens: () => 0 };
  return exportDataset(dataset, options, openNothing, ports);
}

const openNothing: OpenSink = () =>
  Promise.resolve({
    write: () => Promise.resolve(),
    close: () => Promise.resolve({ bytes: 0, sha256: '' }),
    abort: () => Promise.resolve(),
  });

/** Splits stick: the next export puts these groups where this one did. */
async function recordSplits(
  dataset: Dataset,
  { newSplits }: ExportReport,
): Promise<Outcome<undefined, Problem>> {
  const lines = [...newSplits].map(([group, split]) => ({ type: 'split' as const, group, split }));
  if (lines.length === 0) return ok(undefined);
  const appended = await dataset.append(lines);
  if (appended.ok) return ok(undefined);
  const { code, message } = appended.error;
  return fail({ code, message: `The files are written, but not which split each group went to. ${message}` });
}

/** Files that tools need besides the rows. */
function writeToolFiles(
  { folder }: ExportReport,
  steps: readonly TrainingCommand[],
): Promise<Outcome<unknown, Problem>> {
  return writing(async () => {
    for (const { file } of steps)
      if (file) await writeFile(openSink, folder, file.path, 'object', (writer) => writer.text(file.text));
  });
}
