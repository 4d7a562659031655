import { basename, dirname, join } from 'node:path';
import { l10n, Uri, window, workspace } from 'vscode';
import { exportFormats } from '../../core/export/index.js';
import { convertRecords } from '../../core/import/index.js';
import type { ConvertReport } from '../../core/import/index.js';
import type { Problem } from '../../core/outcome.js';
import { beginsAsDataset, datasetSuffix } from '../../node/dataset.js';
import { isSameFile } from '../../node/paths.js';
import { nodeHash } from '../../node/ports.js';
import { recordFiles } from '../../node/recordFiles.js';
import { openSink } from '../../node/sink.js';
import { isDataset, urisOf } from '../commands/arguments.js';
import { action, showLogAction, tell, tellProblem, warn } from '../messages.js';
import type { Services } from '../services.js';
import { readSettings } from '../settings/read.js';
import { chooseFormat } from './steps.js';

/** So many refused records are named in the log. */
const mostNamed = 1_000;

class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}

/**
 * Turns training files into another shape: those that are named, else some to be chosen. An object `{to, out}` after
 * them answers what would be asked for.
 */
export async function convert(services: Services, ...args: unknown[]): Promise<ConvertReport | undefined> {
  const inputs = await chooseInputs(args);
  const [first] = inputs ?? [];
  if (!inputs || !first) return undefined;
  const given = (args.at(-1) ?? {}) as { to?: unknown; out?: unknown };
  const to = typeof given.to === 'string' ? given.to : await chooseFormat(l10n.t('Convert to'));
  if (to === undefined) return undefined;
  const out = typeof given.out === 'string' ? given.out : await chooseOut(first, to);
  if (out === undefined) return undefined;
  const wrong = await wrongPlaces(inputs, out);
  if (wrong) return tellProblem(wrong);
  const settings = readSettings(first);
  if (!settings.ok) return tellProblem(settings.error);
  try {
    const files = await recordFiles(
      inputs.map((uri) => uri.fsPath),
      { folder: dirname(first.fsPath), refuse: (problem) => new Refused(problem) },
    );
    const options = { to, out, system: settings.value.exportSystemMessage };
    const converted = await convertRecords(files, options, openSink, nodeHash);
    if (!converted.ok) return tellProblem(converted.error);
    tellConverted(services, converted.value, out);
    return converted.value;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return tellProblem(error.problem);
  }
}

async function chooseInputs(args: readonly unknown[]): Promise<readonly Uri[] | undefined> {
  const named = urisOf(args);
  if (named.length > 0) return named;
  return window.showOpenDialog({
    title: l10n.t('Training Files to Convert'),
    openLabel: l10n.t('Convert'),
    canSelectMany: true,
    filters: { [l10n.t('Training files')]: ['jsonl', 'json', 'csv', 'tsv'] },
  });
}

async function chooseOut(input: Uri, to: string): Promise<string | undefined> {
  const format = exportFormats.find(({ id }) => id === to);
  const stem = basename(input.fsPath).replace(/\.[^.]*$/, '');
  const container = format?.kind === 'rows' ? format.container : 'array';
  const extension = container === 'lines' ? 'jsonl' : container === 'array' ? 'json' : container;
  const picked = await window.showSaveDialog({
    title: l10n.t('Convert to {0}', to),
    saveLabel: l10n.t('Convert'),
    defaultUri: Uri.file(join(dirname(input.fsPath), `${stem}.${to}.${extension}`)),
  });
  return picked?.fsPath;
}

/** Nothing that is of worth is written over: not the input, not a dataset. And a dataset is no training file. */
async function wrongPlaces(inputs: readonly Uri[], out: string): Promise<Problem | undefined> {
  const wrong = (message: string): Problem => ({ code: 'bad-option', message });
  if (out.endsWith(datasetSuffix) || (await beginsAsDataset(out))) {
    return wrong(l10n.t('{0} is a dataset, and would be lost; name another file.', basename(out)));
  }
  for (const input of inputs) {
    if (await isSameFile(input.fsPath, out)) {
      return wrong(l10n.t('{0} is the input, and would be lost; name another file.', basename(out)));
    }
    if (isDataset(input) || (await beginsAsDataset(input.fsPath))) {
      return wrong(
        l10n.t('{0} is a dataset: write training files of it with Export.', basename(input.fsPath)),
      );
    }
  }
  return undefined;
}

function tellConverted({ log }: Services, report: ConvertReport, out: string): void {
  const { refused, losses } = report;
  const open = action(l10n.t('Open'), 'vscode.open', Uri.file(out));
  const done = l10n.t('{0} of {1} records are in {2}.', report.out, report.in, workspace.asRelativePath(out));
  for (const { message, count } of losses) log.info(`${out}: ${count} ${message}`);
  if (refused.length === 0) return tell(done, open);
  for (const { file, line, reason } of refused.slice(0, mostNamed)) log.warn(`${file}:${line}: ${reason}`);
  return warn(l10n.t('{0} The log says why the others are not.', done), open, showLogAction());
}
