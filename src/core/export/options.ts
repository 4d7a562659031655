import { fail, ok, type Outcome, type Problem } from '../outcome.js';
import { splitNames, type SplitName, type Status, type Verdict } from '../dataset/model.js';
import { glob, type GlobMatcher } from '../glob.js';
import type { Clock, Hash } from '../ports.js';
import type { Ratios } from '../splits/index.js';
import { csvColumns } from './csv.js';
import type { ExportFormat, RowSettings } from './format.js';
import { exportFormats, findFormat } from './formats.js';
import type { CountTokens } from './tokens.js';
import type { WriteProblem } from './writing.js';

/** What to export, and how. Everything but `format` and `folder` may be left out. */
export interface ExportOptions extends RowSettings {
  /** The id of a format: see `exportFormats`. */
  readonly format: string;
  /** Where the files go. */
  readonly folder: string;
  /** Shares of train, validation and test; none: one file. */
  readonly split?: Ratios | undefined;
  /** For the splits. */
  readonly seed?: string | number | undefined;
  /** Only pairs of these statuses. All but `rejected`. */
  readonly statuses?: readonly Status[] | undefined;
  /** 1 to 5; pairs without a rating are left out too. */
  readonly minRating?: number | undefined;
  /** Only pairs of these verdicts. All but `unsupported`. */
  readonly grounding?: readonly Verdict[] | undefined;
  /** Globs: only pairs from documents with such a path. */
  readonly documents?: readonly string[] | undefined;
  /** Leaves out pairs whose source no longer says it. */
  readonly leaveOutStale?: boolean | undefined;
  /** The most tokens (o200k_base) that a row may have. */
  readonly maxTokens?: number | undefined;
  /** Writes `FILE.provenance.jsonl` beside each file: where each row comes from, in the same order. */
  readonly provenance?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface ExportPorts {
  readonly hash: Hash;
  readonly clock: Pick<Clock, 'now'>;
  /** `pairsmith 1.2.3`. */
  readonly app: string;
  /** Counts tokens; the real tokenizer where it is left out. */
  readonly countTokens?: CountTokens | undefined;
}

export type ExportProblem = WriteProblem | Problem<'bad-option' | 'nothing-to-export'>;

/** Options as checked. */
export interface Checked {
  readonly format: ExportFormat;
  readonly wanted: readonly SplitName[] | undefined;
  /** Whether a document's path was asked for. */
  readonly matches: ((path: string) => boolean) | undefined;
}

const bad = (message: string): Outcome<never, ExportProblem> => fail({ code: 'bad-option', message });

/** Finds the format, and what is wrong with the options. */
export function checkOptions(options: ExportOptions): Outcome<Checked, ExportProblem> {
  const format = findFormat(options.format);
  if (format === undefined) {
    const known = exportFormats.map((f) => f.id).join(', ');
    return bad(`There is no export format "${options.format}". Choose one of: ${known}.`);
  }
  const stray = options.columns?.find((name) => !csvColumns.includes(name));
  if (stray !== undefined)
    return bad(`There is no column "${stray}". Choose from: ${csvColumns.join(', ')}.`);
  if (options.columns?.length === 0) return bad('Name at least one column.');
  const { minRating, maxTokens, split } = options;
  if (minRating !== undefined && !(minRating >= 1 && minRating <= 5))
    return bad('The lowest rating is a number from 1 to 5.');
  if (maxTokens !== undefined && !(maxTokens > 0))
    return bad('The most tokens of a row is a number above 0.');
  const shares = split === undefined ? [] : splitNames.map((name) => split[name]);
  if (!shares.every((n) => Number.isFinite(n) && n >= 0) || (split && shares.every((n) => n === 0)))
    return bad('Splits are three shares such as 0.8,0.1,0.1, none below 0 and not all 0.');
  return ok({
    format,
    wanted: split && splitNames.filter((name) => split[name] > 0),
    matches: options.documents && anyGlob(options.documents),
  });
}

function anyGlob(patterns: readonly string[]): GlobMatcher {
  const globs = patterns.map(glob);
  return (path) => globs.some((matches) => matches(path));
}
