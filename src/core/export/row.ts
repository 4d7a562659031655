import type { Pair } from '../dataset/model.js';
import type { PairView } from '../dataset/view.js';
import type { LeaveOut, Loss, Row, RowFormat, RowPair, RowSettings } from './format.js';
import { defaultCsvColumns } from './csv.js';
import { hasReplacement, isClean, repairPair } from './repair.js';

/** The rows of a pair as they go out, and what had to be done for it. */
export interface MadeRows {
  readonly rows: readonly Row[];
  readonly lost: readonly Loss[];
  readonly pair: RowPair;
}

export const isRecord = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The parts of a dataset's pair that rows are made of. */
export function rowPair(view: PairView): RowPair {
  return { ...importedPair(view, view.edited ? undefined : view.origin), view };
}

/** The parts of a pair just imported. */
export function importedPair(
  pair: Pick<Pair, 'prompt' | 'completion' | 'rejected' | 'reasoning'>,
  origin: Pair['origin'],
): RowPair {
  const { prompt, completion, rejected, reasoning } = pair;
  const untouched =
    origin !== undefined && isRecord(origin.record)
      ? { format: origin.format, record: origin.record }
      : undefined;
  return { prompt, completion, rejected, reasoning, ...(untouched === undefined ? {} : { untouched }) };
}

/**
 * Makes rows, all of one shape: the first row's keys and types are those of every later one. An imported record that
 * no one changed goes out as it came in where it has that shape and no key but training keys.
 */
export class RowMaker {
  #shape: string | undefined;

  /** @param anyKeys lets imported records keep keys that are not for training, as a conversion does */
  constructor(
    private readonly format: RowFormat,
    private readonly settings: RowSettings,
    private readonly anyKeys = false,
  ) {}

  make(given: RowPair): MadeRows | { readonly out: LeaveOut } {
    const { pair, repaired } = repairPair(given);
    if ([pair.completion, ...pair.prompt.map((m) => m.content)].some(hasReplacement))
      return { out: 'replacement-character' };
    const made = this.format.rows(pair, this.settings);
    const record = this.#asItCame(pair);
    if (record !== undefined && (!('out' in made) || made.out === 'tools') && this.#fits([record]))
      return { rows: [record], lost: [], pair };
    if ('out' in made) return made;
    if (!this.#fits(made.rows)) return { out: 'other-keys' };
    const lost = new Set(made.lost ?? []);
    if (repaired) lost.add('characters');
    if (pair.untouched !== undefined && this.#isOwn(pair.untouched.format)) {
      const missing = Object.keys(pair.untouched.record).filter(
        (key) => !made.rows.some((row) => key in row),
      );
      if (missing.some((key) => this.#isKey(key))) return { out: 'other-keys' };
      if (missing.length > 0) lost.add('extra-keys');
    }
    return { rows: made.rows, lost: [...lost], pair };
  }

  /** The imported record, where it may go out unchanged. */
  #asItCame({ untouched, prompt }: RowPair): Row | undefined {
    if (untouched === undefined || !this.#isOwn(untouched.format)) return undefined;
    const { record } = untouched;
    const { system, strings } = this.settings;
    if (system !== undefined && prompt[0]?.role !== 'system' && this.format.container !== 'csv')
      return undefined;
    if (this.format.id === 'prompt-completion' && (strings === true) !== (typeof record.prompt === 'string'))
      return undefined;
    if (!this.anyKeys && !Object.keys(record).every((key) => this.#isKey(key))) return undefined;
    return isClean(record) ? record : undefined;
  }

  #isOwn(format: string): boolean {
    return format === this.format.id || this.format.origins?.includes(format) === true;
  }

  #isKey(key: string): boolean {
    if (this.format.container === 'csv' || this.format.container === 'tsv')
      return (this.settings.columns ?? defaultCsvColumns).includes(key);
    return this.format.keys.includes(key);
  }

  #fits(rows: readonly Row[]): boolean {
    for (const row of rows) {
      const shape = shapeOf(row);
      this.#shape ??= shape;
      if (shape !== this.#shape) return false;
    }
    return true;
  }
}

/** Keys and types, objects inside too; the items of lists are not looked at, as loaders unite those. */
function shapeOf(value: unknown): string {
  if (Array.isArray(value)) return 'list';
  if (!isRecord(value)) return value === null ? 'null' : typeof value;
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${shapeOf(value[key])}`).join()}}`;
}
