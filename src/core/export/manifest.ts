import type { RunId, SplitName, Status } from '../dataset/model.js';
import type { DatasetReader } from '../dataset/view.js';
import type { Assignment } from '../splits/index.js';
import type { LeaveOut, Loss } from './format.js';
import type { Listed } from './leftOut.js';
import type { ExportOptions } from './options.js';
import { iso } from './qaHeader.js';
import type { Chosen } from './select.js';
import type { TokenStatistics } from './tokens.js';
import type { Written } from './writer.js';

/** What was counted of the pairs that went out. */
export interface Counts {
  readonly pairs: number;
  /** Rows: a pair can make more than one. */
  readonly rows: number;
  readonly byStatus: Readonly<Partial<Record<Status, number>>>;
  readonly bySplit: Readonly<Partial<Record<SplitName, number>>>;
  /** Neither accepted nor rejected, not rated: nobody has looked. */
  readonly unreviewed: number;
  /** Pairs whose source no longer says it. */
  readonly stale: number;
}

/** A file of the export. */
export interface ExportedFile extends Written {
  readonly split?: SplitName | undefined;
  /** The path of the document whose rows it holds, where it holds but one's. */
  readonly document?: string | undefined;
  /** It holds no rows to train on, but where those of the file before it come from. */
  readonly sidecar?: true | undefined;
}

/** Counts what went out. Files by document and sidecars repeat rows and do not count. */
export function countUp(
  chosen: readonly Chosen[],
  files: readonly ExportedFile[],
  splits: Assignment | undefined,
): Counts {
  const byStatus: Partial<Record<Status, number>> = {};
  const bySplit: Partial<Record<SplitName, number>> = {};
  for (const { info } of chosen) {
    byStatus[info.status] = (byStatus[info.status] ?? 0) + 1;
    const split = splits?.splitOf(info.id);
    if (split !== undefined) bySplit[split] = (bySplit[split] ?? 0) + 1;
  }
  const whole = files.filter((file) => file.document === undefined && file.sidecar !== true);
  return {
    pairs: chosen.length,
    rows: whole.reduce((n, file) => n + file.rows, 0),
    byStatus,
    bySplit,
    unreviewed: chosen.filter(({ info }) => info.status === 'new' && info.rating === undefined).length,
    stale: chosen.filter(({ stale }) => stale).length,
  };
}

export interface ManifestParts {
  readonly app: string;
  readonly now: number;
  readonly options: ExportOptions;
  readonly runs: ReadonlyMap<RunId, number>;
  readonly files: readonly ExportedFile[];
  readonly counts: Counts;
  readonly tokens: TokenStatistics;
  readonly leftOut: readonly Listed<LeaveOut>[];
  readonly losses: readonly Listed<Loss>[];
}

/** How an export was made, as `NAME.manifest.json` says it. */
export function manifest(reader: DatasetReader, parts: ManifestParts): Readonly<Record<string, unknown>> {
  const { format, split, seed, signal: _signal, folder: _folder, ...settings } = parts.options;
  return {
    generated_by: parts.app,
    generated_at: iso(parts.now),
    dataset: reader.name,
    format,
    split: split === undefined ? null : { ...split, seed: seed ?? 0 },
    settings,
    counts: parts.counts,
    tokens: parts.tokens,
    files: parts.files,
    runs: [...parts.runs].map(([id, pairs]) => {
      const run = reader.run(id);
      return {
        id,
        pairs,
        recipe: run?.recipe ?? null,
        recipe_version: run?.recipeVersion ?? null,
        provider: run?.provider ?? null,
        model: run?.model ?? null,
        sampling: run?.sampling ?? {},
        chunking: run?.chunking ?? {},
        template_hash: run?.templateHash ?? null,
        app: run?.app ?? null,
      };
    }),
    left_out: parts.leftOut,
    went_out_without: parts.losses,
  };
}
