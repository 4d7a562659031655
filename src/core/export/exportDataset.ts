import { fail, type Outcome } from '../outcome.js';
import type { RunId, SplitName } from '../dataset/model.js';
import type { DatasetReader, PairView } from '../dataset/view.js';
import type { OpenSink } from '../ports.js';
import { loadMeasure } from '../tokens.js';
import { assignPairs } from './assignPairs.js';
import { writeFile } from './fileSet.js';
import type { LeaveOut, Loss } from './format.js';
import { newLeftOut, newLosses, type Listed } from './leftOut.js';
import { countUp, manifest, type Counts, type ExportedFile } from './manifest.js';
import { fileName } from './names.js';
import { notes } from './notes.js';
import { checkOptions, type ExportOptions, type ExportPorts, type ExportProblem } from './options.js';
import { RowMaker, rowPair } from './row.js';
import { writeRowFiles } from './rowFiles.js';
import { byDocument, choose, views } from './select.js';
import { pairTokens, TokenHistogram, type TokenStatistics } from './tokens.js';
import { Cancelled, writing } from './writing.js';

/** What an export came to. */
export interface ExportReport {
  readonly format: string;
  readonly folder: string;
  /** What the rows were made with, as far as it shapes them. */
  readonly settings: Pick<ExportOptions, 'system' | 'strings' | 'history' | 'reasoning' | 'columns'>;
  readonly files: readonly ExportedFile[];
  /** The manifest's file. */
  readonly manifest: string;
  readonly counts: Counts;
  readonly tokens: TokenStatistics;
  /** Pairs that did not go out, by reason. */
  readonly leftOut: readonly Listed<LeaveOut>[];
  /** Pairs that went out without something they had, by what it is. */
  readonly losses: readonly Listed<Loss>[];
  /** Splits to record in the dataset, so that they stick. */
  readonly newSplits: ReadonlyMap<string, SplitName>;
  /** Sentences that the user should read: a split that came out empty, too few examples. */
  readonly notes: readonly string[];
}

/**
 * Writes a dataset's pairs as training files, with a manifest beside them. Texts are read twice (to choose, then to
 * write) and never held all at once. The caller records `newSplits` in the dataset.
 */
export async function exportDataset(
  reader: DatasetReader,
  options: ExportOptions,
  open: OpenSink,
  ports: ExportPorts,
): Promise<Outcome<ExportReport, ExportProblem>> {
  const checked = checkOptions(options);
  if (!checked.ok) return checked;
  const { format, matches } = checked.value;
  const countTokens = ports.countTokens ?? (await loadMeasure());
  const [leftOut, losses] = [newLeftOut(), newLosses()];
  const rules = format.kind === 'documents' ? format.pairs : format;
  const asked = format.kind === 'documents' ? { ...options, leaveOutStale: true } : options;
  const tools = { hash: ports.hash, countTokens };
  const maker = new RowMaker(rules, options);
  const found = await choose(reader, maker, asked, matches, tools, leftOut, losses);

  const { split, seed = 0, folder, signal } = options;
  const splits =
    split === undefined || format.kind === 'documents'
      ? undefined
      : assignPairs(reader, found, split, seed, ports.hash);
  for (const pair of splits?.straddling.keys() ?? []) leftOut.add('straddles', pair);
  const chosen = found.filter(({ info }) => splits === undefined || splits.splitOf(info.id) !== undefined);
  if (chosen.length === 0 && signal?.aborted !== true) return fail(nothing(leftOut.list()));

  const tally = new TokenHistogram();
  const runs = new Map<RunId, number>();
  const count = (view: PairView): void => {
    tally.add(pairTokens(rowPair(view), countTokens));
    runs.set(view.run, (runs.get(view.run) ?? 0) + 1);
  };
  const name = fileName(reader.name);
  const now = ports.clock.now();
  return writing(async () => {
    if (signal?.aborted === true) throw new Cancelled();
    let files: ExportedFile[];
    if (format.kind === 'rows') {
      files = await writeRowFiles({
        reader,
        format,
        maker,
        options,
        open,
        name,
        chosen,
        splits,
        hash: ports.hash,
        count,
      });
    } else {
      const ids = chosen.map(({ info }) => info.id);
      for await (const view of views(reader, ids, signal)) count(view);
      const groups = new Map(
        [...byDocument(chosen)].map(([id, own]) => [id, own.map(({ info }) => info.id)]),
      );
      files = await format.write({ reader, chosen: groups, folder, name, open, app: ports.app, now, signal });
    }
    const summary = {
      files,
      counts: countUp(chosen, files, splits),
      tokens: tally.statistics(),
      leftOut: leftOut.list(),
      losses: losses.list(),
    };
    const path = `${name}.manifest.json`;
    const made = manifest(reader, { app: ports.app, now, options, runs, ...summary });
    await writeFile(open, folder, path, 'object', (file) => file.text(`${JSON.stringify(made, null, 2)}\n`));
    return {
      format: format.id,
      folder,
      settings: {
        system: options.system,
        strings: options.strings,
        history: options.history,
        reasoning: options.reasoning,
        columns: options.columns,
      },
      manifest: path,
      ...summary,
      newSplits: splits?.newAssignments ?? new Map<string, SplitName>(),
      notes: notes(format, options, summary.counts),
    };
  });
}

function nothing(leftOut: readonly Listed<LeaveOut>[]): ExportProblem {
  const why = leftOut.map(({ count, message }) => `${count} (${message})`).join('; ');
  const message =
    why === ''
      ? 'There is no pair to export. Run generate first.'
      : `No pair is left to export: ${why}. Loosen the filters, or choose another format.`;
  return { code: 'nothing-to-export', message };
}
