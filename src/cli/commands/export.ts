import { stat } from 'node:fs/promises';
import { dirname, posix, resolve } from 'node:path';
import type { Dataset } from '../../core/dataset/dataset.js';
import { statuses, verdicts } from '../../core/dataset/model.js';
import { csvColumns, exportFormats, exportSummary } from '../../core/export/index.js';
import type { ExportReport } from '../../core/export/index.js';
import { ratiosOf } from '../../core/splits/index.js';
import { exportFiles } from '../../node/exportFiles.js';
import type { TrainingSteps } from '../../node/exportFiles.js';
import { recordedPath } from '../../node/paths.js';
import { UsageError } from '../command.js';
import type { Call, Command, Flags } from '../command.js';
import { InputError } from '../inputError.js';
import { openExisting, settingsOf } from '../shared.js';
import { tellProblem } from '../tell.js';
import { table } from '../terminal.js';
import type { Terminal } from '../terminal.js';
import { app } from '../version.js';

const formats = exportFormats.map((format) => format.id).join(', ');

export const command: Command = {
  usage: 'export FILE',
  about: 'Write training files. Rejected and unsupported pairs stay out unless you ask for them.',
  paths: [1, 1],
  endsItself: true,
  flags: {
    format: { type: 'string', value: 'F', about: `The shape: ${formats}. Default: messages.` },
    out: { type: 'string', value: 'DIR', about: 'Where the files go. Default: pairsmith-export.' },
    'no-split': { type: 'boolean', about: 'One file in place of train, validation and test.' },
    status: {
      type: 'string',
      multiple: true,
      value: 'S',
      about: `Only pairs of these statuses: ${statuses.join(', ')}.`,
    },
    rating: { type: 'string', value: 'N', about: 'Only pairs rated N or better.' },
    grounding: {
      type: 'string',
      multiple: true,
      value: 'G',
      about: `Only pairs of these verdicts: ${verdicts.join(', ')}.`,
    },
    document: {
      type: 'string',
      multiple: true,
      value: 'GLOB',
      about: 'Only pairs from documents with such a path, such as docs/**/*.md.',
    },
    'no-stale': { type: 'boolean', about: 'Leave out pairs whose words are no longer in their document.' },
    'max-row-tokens': { type: 'string', value: 'N', about: 'Leave out rows of more tokens (o200k_base).' },
    strings: {
      type: 'boolean',
      about: 'Plain strings in place of message lists, where the format knows both.',
    },
    columns: { type: 'string', value: 'A,B,...', about: `Columns of csv and tsv: ${csvColumns.join(', ')}.` },
    provenance: { type: 'boolean', about: 'Write beside each file where each of its rows comes from.' },
  },
  settings: ['split', 'seed', 'exportSystemMessage'],
  async run(call) {
    const { flags, terminal, folder } = call;
    const { settings } = await settingsOf(call);
    await checkFolder(call);
    const dataset = await openExisting(call, call.paths[0] as string);
    const options = {
      format: flags.text('format') ?? 'messages',
      folder: resolve(folder, flags.text('out') ?? 'pairsmith-export'),
      split: flags.has('no-split') ? undefined : ratiosOf(settings.split),
      seed: settings.seed,
      statuses: some(flags, 'status', statuses),
      minRating: flags.whole('rating', 1, 5),
      grounding: some(flags, 'grounding', verdicts),
      documents: documentGlobs(call, dataset),
      leaveOutStale: flags.has('no-stale'),
      maxTokens: flags.whole('max-row-tokens', 1),
      strings: flags.has('strings'),
      columns: flags.text('columns')?.split(','),
      provenance: flags.has('provenance'),
      system: settings.exportSystemMessage,
      signal: call.signal,
    };
    const exported = await exportFiles(dataset, options, app);
    if (!exported.ok) {
      if (exported.error.code === 'cancelled') return 130;
      throw new InputError(exported.error);
    }
    await dataset.close();
    const { report, training, problems } = exported.value;
    terminal.event({
      type: 'exported',
      ...report,
      newSplits: Object.fromEntries(report.newSplits),
      training,
    });
    if (!terminal.json) tellExport(terminal, report, training);
    for (const problem of problems) tellProblem(terminal, problem);
    return problems.length === 0 ? 0 : 1;
  },
};

/** The globs as written from here, and as written from the dataset's folder, from which documents are recorded. */
function documentGlobs({ flags, folder }: Call, dataset: Dataset): string[] | undefined {
  const globs = flags.texts('document');
  if (globs.length === 0) return undefined;
  const to = recordedPath(dirname(dataset.path), folder).replace(/[\\*?[\]{}()!+@|]/g, '\\$&');
  return globs.flatMap((glob) => [glob, posix.join(to, glob)]);
}

async function checkFolder({ folder, flags }: Call): Promise<void> {
  const out = flags.text('out');
  if (out === undefined) return;
  const stats = await stat(resolve(folder, out)).catch(() => undefined); // mostly a new folder
  if (stats && !stats.isDirectory()) throw new UsageError(`--out ${out} is a file. Name a folder.`);
}

function tellExport(terminal: Terminal, report: ExportReport, training: readonly TrainingSteps[]): void {
  const [first = '', ...rest] = exportSummary(report);
  const rows = report.files.map(({ path, rows, bytes }) => [
    `  ${path}`,
    `${rows}`,
    'rows',
    `${bytes} bytes`,
  ]);
  const files = table([...rows, [`  ${report.manifest}`, '', 'how they were made', '']]);
  for (const line of [first, ...files, ...rest]) terminal.print(line);
  for (const { tool, commands } of training) {
    terminal.print(`To train with ${tool}:`);
    for (const command of commands) terminal.print(`  ${command}`);
  }
}

/** Values of a flag that may be given several times or with commas; undefined where it is not given. */
function some<T extends string>(flags: Flags, name: string, values: readonly T[]): T[] | undefined {
  const given = flags
    .texts(name)
    .flatMap((text) => text.split(','))
    .map((text) => text.trim());
  if (given.length === 0) return undefined;
  return given.map((text) => {
    const value = values.find((one) => one === text);
    if (value === undefined)
      throw new UsageError(`--${name} must be some of ${values.join(', ')}, not ${text}.`);
    return value;
  });
}
