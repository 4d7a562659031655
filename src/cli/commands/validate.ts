import { resolve } from 'node:path';
import type { Dataset } from '../../core/dataset/dataset.js';
import { shapes, validateFiles } from '../../core/import/index.js';
import { beginsAsDataset, datasetSuffix } from '../../node/dataset.js';
import { nodeHash } from '../../node/ports.js';
import { UsageError } from '../command.js';
import type { Call, Command, ExitCode } from '../command.js';
import { inputFiles } from '../inputFiles.js';
import { openExisting, plural } from '../shared.js';

export const command: Command = {
  usage: 'validate FILE...',
  about:
    'Check a dataset (*.pairs.jsonl), or training files together: also that no prompt stands in two of them.',
  paths: [1, Infinity],
  flags: {
    format: {
      type: 'string',
      value: 'F',
      about: 'The shape that training files should have, where it can’t be told.',
    },
    'max-row-tokens': {
      type: 'string',
      value: 'N',
      about: 'Warn of longer rows (o200k_base). Default: 65536.',
    },
  },
  settings: [],
  async run(call) {
    const datasets: string[] = [];
    const training: string[] = [];
    for (const path of call.paths) {
      const isDataset = path.endsWith(datasetSuffix) || (await beginsAsDataset(resolve(call.folder, path)));
      (isDataset ? datasets : training).push(path);
    }
    checkFormat(call);
    let bad = 0;
    for (const file of datasets) bad += await validateDataset(call, file);
    if (training.length > 0) bad += await validateTraining(call, training);
    const code: ExitCode = bad > 0 ? 1 : 0;
    return code;
  },
};

function checkFormat({ flags }: Call): void {
  const format = flags.text('format');
  const known = shapes.map(({ id }) => id);
  if (format !== undefined && !known.includes(format))
    throw new UsageError(`--format must be one of ${known.join(', ')}, not ${format}.`);
}

async function validateTraining(call: Call, paths: readonly string[]): Promise<number> {
  const { flags, terminal } = call;
  const options = { format: flags.text('format'), maxTokens: flags.whole('max-row-tokens', 1) };
  const report = await validateFiles(await inputFiles(call, paths), nodeHash, options);
  const { findings, errors, warnings, rows, format } = report;
  for (const finding of findings) {
    const { file, line, message, severity } = finding;
    terminal.event({ type: 'finding', ...finding });
    if (!terminal.json) terminal.print(`${file}:${line}: ${severity}: ${message}`);
  }
  const more = errors + warnings - findings.length;
  if (more > 0 && !terminal.json) terminal.print(`and ${more} more`);
  terminal.event({ type: 'validated', format, rows, errors, warnings });
  const what = `${plural(rows, 'row')} of ${format ?? 'no known format'}`;
  if (!terminal.json) terminal.print(`${what}: ${plural(errors, 'error')}, ${plural(warnings, 'warning')}`);
  return errors;
}

/** Names every line that can't be read, and every reference that leads nowhere. */
async function validateDataset(call: Call, file: string): Promise<number> {
  const { terminal } = call;
  const dataset = await openExisting(call, file, false);
  const { bad, badCount, lines, pendingBytes } = dataset.report;
  const findings = [
    ...bad.map(({ number, problem }) => ({ line: number, message: problem.message })),
    ...brokenReferences(dataset).map((message) => ({ line: 0, message })),
  ];
  if (pendingBytes > 0) {
    findings.push({
      line: lines + 1,
      message: 'The last line has no end: it is being written, or was cut off.',
    });
  }
  for (const finding of findings) {
    terminal.event({ type: 'finding', file, ...finding });
    if (!terminal.json)
      terminal.print(`${file}:${finding.line > 0 ? `${finding.line}:` : ''} ${finding.message}`);
  }
  terminal.event({ type: 'validated', format: 'dataset', lines, errors: findings.length });
  const unlisted = badCount - bad.length;
  const more = unlisted > 0 ? ` and ${unlisted} more bad lines` : '';
  if (!terminal.json) terminal.print(`${plural(lines, 'line')}: ${plural(findings.length, 'error')}${more}`);
  await dataset.close();
  return findings.length + unlisted;
}

function brokenReferences({ fold }: Dataset): string[] {
  const broken: string[] = [];
  for (const result of fold.results.values()) {
    if (!fold.runs.has(result.run))
      broken.push(`Result ${result.id} names a run that is not there: ${result.run}.`);
    for (const chunk of result.inputs) {
      if (!fold.chunks.has(chunk))
        broken.push(`Result ${result.id} names a chunk that is not there: ${chunk}.`);
    }
  }
  for (const pair of fold.orphans()) broken.push(`An edit is for a pair that is not there: ${pair}.`);
  return broken;
}
