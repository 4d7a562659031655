import type { Pair } from '../dataset/model.js';
import type { InputFile } from './bytes.js';
import { containerOf, readRecords } from './records.js';
import { detectShape, findShape, shapes, type Shape } from './shapes.js';

/** A pair made of a record, or why there is none. */
export type Imported = {
  readonly file: string;
  readonly line: number;
} & (
  | { readonly pair: Pair; readonly format: string; readonly extraKeys: readonly string[] }
  | { readonly refused: string }
);

/**
 * Reads the pairs of a file: our own formats and `_qa.json`, known by their keys, or by `from`. Each pair carries its
 * record, so that it can go out again as it came in. Nothing is skipped silently: what can't be read, or said in a
 * pair, comes back refused, with its line and the reason.
 */
export async function* importRecords(file: InputFile, from?: string): AsyncGenerator<Imported> {
  const container = await containerOf(file);
  const isTable = container === 'csv' || container === 'tsv';
  const given = from ?? (isTable ? container : undefined);
  for await (const next of readRecords(file)) {
    const at = { file: file.name, line: next.line };
    if ('refused' in next) {
      yield { ...at, refused: next.refused };
      continue;
    }
    const shape = given === undefined ? detectShape(next.record) : findShape(given);
    if (shape === undefined) {
      const known = shapes.map((s) => s.id).join(', ');
      const keys = Object.keys(next.record).slice(0, 8).join(', ');
      yield { ...at, refused: `Its keys (${keys || 'none'}) are of no known format (${known}).` };
      continue;
    }
    const said = shape.read(next.record);
    if (!said.ok) yield { ...at, refused: said.error };
    else {
      const pair: Pair = { ...said.value, sources: [], origin: { format: shape.id, record: next.record } };
      yield { ...at, pair, format: shape.id, extraKeys: extra(shape, next.record) };
    }
  }
}

const extra = ({ keys }: Shape, record: Readonly<Record<string, unknown>>): string[] =>
  keys.length === 0 ? [] : Object.keys(record).filter((key) => !keys.includes(key));
