import Papa from 'papaparse';
import { isRecord } from '../export/row.js';
import { longestRecord, readItems, readLines, type InputFile, type RawRecord } from './bytes.js';
import { parseRecord } from './json.js';

export type Json = Readonly<Record<string, unknown>>;

/** A record of a file, or why there is none, with the line it begins on. */
export type FileRecord =
  { readonly line: number; readonly record: Json } | { readonly line: number; readonly refused: string };

export type Container = 'lines' | 'array' | 'object' | 'csv' | 'tsv';

/** How a file holds its records: by its name, else by its first letter. */
export async function containerOf(file: InputFile): Promise<Container> {
  const name = file.name.toLowerCase();
  if (name.endsWith('.csv')) return 'csv';
  if (name.endsWith('.tsv')) return 'tsv';
  if (name.endsWith('.jsonl')) return 'lines';
  for await (const part of file.open()) {
    const first = new TextDecoder().decode(part).trimStart()[0];
    if (first === undefined) continue;
    if (first === '[') return 'array';
    return first === '{' && name.endsWith('.json') ? 'object' : 'lines';
  }
  return 'lines';
}

/** The records of a file, one by one; lines and arrays are never held whole. Blank lines are passed over. */
export async function* readRecords(file: InputFile): AsyncGenerator<FileRecord> {
  const container = await containerOf(file);
  if (container === 'csv' || container === 'tsv') yield* readTable(file, container);
  else if (container === 'object') yield* readObject(file);
  else
    for await (const raw of container === 'array' ? readItems(file.open()) : readLines(file.open()))
      if ('refused' in raw || raw.text.trim() !== '') yield parsed(raw);
}

/** What a raw record holds; a last line that was cut off says so. */
export function parsed(raw: RawRecord): FileRecord {
  if ('refused' in raw) return raw;
  const { line } = raw;
  const record = parseRecord(raw.text);
  if (record.ok) return { line, record: record.value };
  return { line, refused: raw.ended ? record.error : `The last line is cut off. ${record.error}` };
}

/** The text of a whole file; a refusal where it is too long or not UTF-8. */
export async function readWhole(file: InputFile): Promise<RawRecord> {
  let length = 0;
  const parts: Uint8Array[] = [];
  const tooLong = { line: 1, refused: `The file is longer than ${longestRecord / (1 << 20)} MB.` };
  for await (const part of file.open()) {
    length += part.length;
    if (length > longestRecord * 4) return tooLong;
    parts.push(part.slice());
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  try {
    return { line: 1, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), ended: true, bom };
  } catch {
    return { line: 1, refused: 'The text is not UTF-8; save the file as UTF-8.' };
  }
}

/** One object: `NAME_qa.json` and `training_data.json` hold pairs under `training_pairs`; else JSON lines by a wrong name. */
async function* readObject(file: InputFile): AsyncGenerator<FileRecord> {
  const whole = await readWhole(file);
  if ('refused' in whole) {
    yield whole;
    return;
  }
  let value: unknown;
  try {
    value = JSON.parse(whole.text);
  } catch {
    for await (const raw of readLines(file.open()))
      if ('refused' in raw || raw.text.trim() !== '') yield parsed(raw);
    return;
  }
  const pairs = isRecord(value) ? value.training_pairs : undefined;
  if (!Array.isArray(pairs)) {
    yield parsed(whole);
    return;
  }
  const lines = itemLines(whole.text, '"training_pairs"');
  for (const [i, item] of pairs.entries()) {
    const line = lines[i] ?? 1;
    yield parsed({ line, text: JSON.stringify(item), ended: true, bom: false });
  }
}

/** The lines on which the items of a list inside an object begin. The key is looked for outside of strings only. */
function itemLines(text: string, key: string): number[] {
  const lines: number[] = [];
  let line = 1;
  let depth = 0;
  let inList = 0;
  let waiting = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (letter === '\n') line++;
    else if (letter === '"') {
      if (depth === 1 && text.startsWith(key, at)) waiting = true;
      for (at++; at < text.length && text[at] !== '"'; at++) if (text[at] === '\\') at++;
    } else if (letter === '[' || letter === '{') {
      if (inList > 0 && depth === inList) lines.push(line);
      depth++;
      if (waiting && letter === '[' && inList === 0) inList = depth;
    } else if (letter === ']' || letter === '}') {
      if (depth === inList) return lines;
      depth--;
    }
  }
  return lines;
}

async function* readTable(file: InputFile, kind: 'csv' | 'tsv'): AsyncGenerator<FileRecord> {
  const whole = await readWhole(file);
  if ('refused' in whole) {
    yield whole;
    return;
  }
  const rows = tableRows(whole.text, kind);
  const header = rows[0]?.cells ?? [];
  for (const { cells, line, problem } of rows.slice(1)) {
    if (problem !== undefined) yield { line, refused: problem };
    else if (cells.length !== header.length)
      yield { line, refused: `It has ${cells.length} cells, and the header has ${header.length}.` };
    else yield { line, record: Object.fromEntries(header.map((name, i) => [name, cells[i] ?? ''])) };
  }
}

export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly problem: string | undefined;
}

/** The rows of a table, the header first, each with the line it begins on. */
export function tableRows(text: string, kind: 'csv' | 'tsv'): TableRow[] {
  const rows: TableRow[] = [];
  let line = 1;
  let counted = 0;
  Papa.parse<string[]>(text, {
    delimiter: kind === 'csv' ? ',' : '\t',
    skipEmptyLines: true,
    step({ data, errors, meta }) {
      rows.push({ line, cells: data, problem: errors[0] && `The row is broken: ${errors[0].message}.` });
      for (let at = text.indexOf('\n', counted); at >= 0 && at < meta.cursor; at = text.indexOf('\n', at + 1))
        line++;
      counted = meta.cursor;
    },
  });
  return rows;
}
