import { fail, ok, type Outcome, type Problem } from '../outcome.js';
import type { Hash, OpenSink } from '../ports.js';
import { writeFile } from '../export/fileSet.js';
import { exportFormats, findFormat } from '../export/formats.js';
import type { Loss, RowFormat, RowSettings } from '../export/format.js';
import { leaveOutReasons, lossReasons } from '../export/reasons.js';
import { importedPair, isRecord, RowMaker } from '../export/row.js';
import type { Written } from '../export/writer.js';
import { Cancelled, writing, type WriteProblem } from '../export/writing.js';
import type { InputFile } from './bytes.js';
import { importRecords, type Imported } from './importRecords.js';
import { findShape, shapes } from './shapes.js';

export interface ConvertOptions extends RowSettings {
  /** The id of an export format. */
  readonly to: string;
  /** The format of the input; by its keys where it is left out. */
  readonly from?: string | undefined;
  /** The path of the file to write. */
  readonly out: string;
  readonly signal?: AbortSignal | undefined;
}

export interface Refusal {
  readonly file: string;
  readonly line: number;
  readonly reason: string;
}

export interface ConvertReport {
  readonly to: string;
  /** The formats that the input was in. */
  readonly from: readonly string[];
  /** Records read, also those refused. */
  readonly in: number;
  /** Records that went out. */
  readonly out: number;
  readonly refused: readonly Refusal[];
  /** What records that went out could not take along: a sentence, and how many. */
  readonly losses: readonly { readonly message: string; readonly count: number }[];
  readonly file: Written;
}

export type ConvertProblem = WriteProblem | Problem<'bad-option' | 'nothing-to-convert'>;

/**
 * Converts training files from one format to another, record by record. A record that stays in its format goes out
 * equal as JSON. `in = out + refused`, always.
 */
export async function convertRecords(
  files: readonly InputFile[],
  options: ConvertOptions,
  open: OpenSink,
  hash: Hash,
): Promise<Outcome<ConvertReport, ConvertProblem>> {
  const found = findFormat(options.to);
  if (found === undefined)
    return bad(
      'to',
      options.to,
      exportFormats.map((f) => f.id),
    );
  if (options.from !== undefined && findShape(options.from) === undefined)
    return bad(
      'from',
      options.from,
      shapes.map((s) => s.id),
    );
  const format: RowFormat = found.kind === 'rows' ? found : { ...found.pairs, origins: [found.id] };
  const nested = found.kind === 'documents'; // Its pairs stand in an object, under `training_pairs`.

  const refused: Refusal[] = [];
  const losses = new Map<string, number>();
  const from = new Set<string>();
  const seen = new Set<string>();
  let maker: RowMaker | undefined;
  let count = 0;
  let out = 0;
  const rows = async function* (): AsyncGenerator<Readonly<Record<string, unknown>>> {
    for (const file of files)
      for await (const next of importRecords(file, options.from)) {
        if (options.signal?.aborted === true) throw new Cancelled();
        count++;
        const refuse = (reason: string): void =>
          void refused.push({ file: next.file, line: next.line, reason });
        if ('refused' in next) {
          refuse(next.refused);
          continue;
        }
        from.add(next.format);
        maker ??= new RowMaker(format, settingsFor(options, next), true);
        const made = maker.make(importedPair(next.pair, next.pair.origin));
        if ('out' in made) {
          refuse(`Left out: ${leaveOutReasons[made.out]}.`);
          continue;
        }
        const key = hash(JSON.stringify(made.rows));
        if (seen.has(key)) {
          refuse(`Left out: ${leaveOutReasons.double}.`);
          continue;
        }
        seen.add(key);
        out++;
        const asItCame = made.rows[0] === next.pair.origin?.record;
        const lost: readonly string[] = asItCame ? [] : lostOf(made.lost, next.extraKeys);
        for (const message of lost) losses.set(message, (losses.get(message) ?? 0) + 1);
        yield* made.rows;
      }
  };
  const written = await writing(() =>
    orNothing(
      writeFile(open, undefined, options.out, nested ? 'object' : format.container, async (file) => {
        if (nested) await file.text('{\n  "training_pairs": [');
        for await (const row of rows()) await (nested ? file.item(row) : file.write(row));
        if (nested) await file.text(`\n  ],\n  "summary": {"total_qa_pairs": ${out}}\n}\n`);
        if (out === 0) throw new NothingOut();
      }),
    ),
  );
  if (!written.ok) return written;
  if (written.value === undefined) return fail(nothing(count, refused[0]));
  const lost = [...losses].map(([message, n]) => ({ message, count: n })).sort((a, b) => b.count - a.count);
  return ok({ to: options.to, from: [...from], in: count, out, refused, losses: lost, file: written.value });
}

const lostOf = (lost: readonly Loss[], extraKeys: readonly string[]): string[] => [
  ...lost.filter((loss) => loss !== 'extra-keys').map((loss) => lossReasons[loss]),
  ...extraKeys.map((key) => `without the key "${key}"`),
];

/** Where the options leave it open, the first record decides: a table keeps its columns, strings stay strings. */
function settingsFor(options: ConvertOptions, first: Extract<Imported, { pair: unknown }>): RowSettings {
  const record = first.pair.origin?.record;
  const { columns, strings, system, reasoning } = options;
  if (!isRecord(record)) return options;
  return {
    system,
    reasoning,
    columns:
      columns ??
      (first.format === options.to && (first.format === 'csv' || first.format === 'tsv')
        ? Object.keys(record)
        : undefined),
    strings: strings ?? (first.format === 'prompt-completion' && typeof record.prompt === 'string'),
  };
}

const bad = (what: string, given: string, known: readonly string[]): Outcome<never, ConvertProblem> =>
  fail({
    code: 'bad-option',
    message: `There is no format "${given}" to convert ${what}. Choose one of: ${known.join(', ')}.`,
  });

/** Thrown so that a file without a record does not take the place of a good one. */
class NothingOut extends Error {}

async function orNothing(work: Promise<Written>): Promise<Written | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof NothingOut) return undefined;
    throw error;
  }
}

function nothing(records: number, first: Refusal | undefined): ConvertProblem {
  const why = first === undefined ? '' : ` The first: ${first.file}, line ${first.line}: ${first.reason}`;
  const message =
    records === 0
      ? 'There is no record in the input.'
      : `None of ${records} records could be converted.${why}`;
  return { code: 'nothing-to-convert', message };
}
