import { exportFormats } from '../export/formats.js';
import type { RowFormat } from '../export/format.js';
import { leaveOutReasons } from '../export/reasons.js';
import { hasReplacement, isClean } from '../export/repair.js';
import { importedPair } from '../export/row.js';
import type { CountTokens } from '../export/tokens.js';
import { loadMeasure } from '../tokens.js';
import type { Hash } from '../ports.js';
import { promptKey } from '../splits/index.js';
import type { InputFile, RawRecord } from './bytes.js';
import { readItems, readLines } from './bytes.js';
import { Findings, type Finding } from './findings.js';
import { parsed, containerOf, readRecords, readWhole, tableRows, type Json } from './records.js';
import { detectShape, findShape, type Shape } from './shapes.js';

export interface ValidateReport {
  /** The format of the first file's records; undefined where none could be read. */
  readonly format: string | undefined;
  readonly rows: number;
  readonly findings: readonly Finding[];
  readonly errors: number;
  readonly warnings: number;
}

export interface ValidateOptions {
  /** The format that the rows should have; by their keys where it is left out. */
  readonly format?: string | undefined;
  /** The most tokens (o200k_base) of a row; 65,536 where it is left out, OpenAI's limit for most models. */
  readonly maxTokens?: number | undefined;
  readonly countTokens?: CountTokens | undefined;
}

const openAiMost = 65_536;

/** OpenAI refuses fewer examples than this. */
const openAiLeast = 10;

/** Keys of a message that OpenAI knows. */
const messageKeys = ['role', 'content', 'name', 'weight', 'tool_calls', 'tool_call_id', 'function_call'];

/**
 * Checks training files by the rules that trainers insist on: encoding, line ends, one shape of rows, training keys
 * alone, roles by turns, no row twice. Several files are the splits of one export: no row and no prompt may stand in
 * two of them. OpenAI's further checks come as warnings.
 */
export async function validateFiles(
  files: readonly InputFile[],
  hash: Hash,
  options: ValidateOptions = {},
): Promise<ValidateReport> {
  const findings = new Findings();
  const check = new Checker(findings, hash, options);
  for (const file of files) await check.file(file);
  check.end(files[0]?.name ?? '');
  return { format: check.format, rows: check.rows, ...findings.all() };
}

class Checker {
  rows = 0;
  format: string | undefined;
  readonly #rowsSeen = new Map<string, { file: string; line: number }>();
  readonly #prompts = new Map<string, { file: string; line: number }>();
  #keys: string | undefined;
  #count: CountTokens | undefined;
  #firstRows = 0;
  #files = 0;

  constructor(
    private readonly findings: Findings,
    private readonly hash: Hash,
    private readonly options: ValidateOptions,
  ) {}

  async file(file: InputFile): Promise<void> {
    const before = this.rows;
    const container = await containerOf(file);
    if (container === 'csv' || container === 'tsv') await this.#table(file, container);
    else if (container === 'object')
      for await (const next of readRecords(file)) this.#parsed(file.name, next, 'qa-json');
    else {
      const lines = container === 'lines';
      for await (const raw of lines ? readLines(file.open()) : readItems(file.open())) {
        this.#raw(file.name, raw, lines);
        if ('text' in raw) await this.#length(file.name, raw.line, raw.text);
      }
    }
    if (this.rows === before) this.findings.error(file.name, 1, 'There is no row in this file.');
    if (this.#files++ === 0) this.#firstRows = this.rows;
  }

  end(name: string): void {
    if (this.format === 'messages' && this.#firstRows < openAiLeast)
      this.findings.warning(
        name,
        1,
        `OpenAI wants at least ${openAiLeast} examples; here are ${this.#firstRows}.`,
      );
  }

  /** A line or an item, as it stands in the file. */
  #raw(file: string, raw: RawRecord, lines: boolean): void {
    const { line } = raw;
    if ('text' in raw) {
      if (raw.bom)
        this.findings.error(file, line, 'The file begins with a byte order mark; save it without.');
      if (lines && raw.text.trim() === '') {
        this.findings.error(file, line, 'The line is blank.');
        return;
      }
      if (lines && raw.text.endsWith('\r'))
        this.findings.error(file, line, 'The line ends with \\r\\n; it should be \\n.');
      if (lines && !raw.ended)
        this.findings.error(file, line, 'The last line does not end with a line break.');
    }
    this.#parsed(file, parsed(raw), this.options.format);
  }

  #parsed(
    file: string,
    next:
      { readonly line: number; readonly record: Json } | { readonly line: number; readonly refused: string },
    given: string | undefined,
  ): void {
    if ('refused' in next) this.findings.error(file, next.line, next.refused);
    else this.#record(file, next.line, next.record, given);
  }

  #record(file: string, line: number, record: Json, given: string | undefined): void {
    this.rows++;
    const shape = given === undefined ? detectShape(record) : findShape(given);
    const error = (message: string): void => this.findings.error(file, line, message);
    if (shape === undefined)
      return error(`Its keys (${Object.keys(record).join(', ')}) are of no known format.`);
    this.format ??= shape.id;
    if (shape.id !== this.format)
      return error(`It is of the format ${shape.id}, and the rows before of ${this.format}.`);
    this.#texts(record, error);
    this.#sameKeys(record, shape, error);
    const said = shape.read(record);
    if (!said.ok) return error(said.error);
    const refused = shape.strict?.(record);
    if (refused !== undefined) error(refused);
    const rules = ruleOf(shape);
    const made = rules?.rows(importedPair(said.value, { format: shape.id, record }), {});
    // Tools, and Alpaca's history, stand in the files of a few trainers, though not in rows that we write.
    const known = shape.id === 'alpaca' ? ['tools', 'several-turns'] : ['tools'];
    if (made !== undefined && 'out' in made && !known.includes(made.out))
      error(sentence(leaveOutReasons[made.out]));
    if (shape.id === 'messages') this.#openAi(file, line, record);
    this.#recurs(file, line, JSON.stringify(record), promptKey(said.value.prompt, this.hash), error);
  }

  #texts(record: Json, error: (message: string) => void): void {
    const text = JSON.stringify(record);
    if (isClean(record)) return;
    if (hasReplacement(text)) error('It holds U+FFFD: characters were lost when its source was decoded.');
    else error('It holds a NUL character or half of a surrogate pair.');
  }

  #sameKeys(record: Json, shape: Shape, error: (message: string) => void): void {
    const stray =
      shape.keys.length === 0 ? [] : Object.keys(record).filter((key) => !shape.keys.includes(key));
    if (stray.length > 0) error(`It has keys that are not for training: ${stray.join(', ')}.`);
    const missing = shape.wanted?.filter((key) => !Object.hasOwn(record, key)) ?? [];
    if (missing.length > 0) error(`It lacks the key ${missing.join(', ')}.`);
    const keys = Object.keys(record)
      .sort()
      .map((key) => `${key} (${Array.isArray(record[key]) ? 'list' : typeof record[key]})`)
      .join(', ');
    this.#keys ??= keys;
    if (keys !== this.#keys)
      error(`Its keys and types are ${keys}; those of the first row are ${this.#keys}.`);
  }

  /** A row has no more tokens than bytes, at most three a UTF-16 code unit, so that few have to be counted. */
  async #length(file: string, line: number, text: string): Promise<void> {
    const { maxTokens = openAiMost } = this.options;
    if (text.length * 3 <= maxTokens) return;
    this.#count ??= this.options.countTokens ?? (await loadMeasure());
    const tokens = this.#count(text);
    if (tokens > maxTokens)
      this.findings.warning(file, line, `It has ${tokens} tokens; the limit is ${maxTokens}.`);
  }

  #openAi(file: string, line: number, record: Json): void {
    const list = Array.isArray(record.messages) ? (record.messages as Json[]) : [];
    const stray = new Set(list.flatMap((m) => Object.keys(m)).filter((key) => !messageKeys.includes(key)));
    if (stray.size > 0)
      this.findings.warning(file, line, `OpenAI refuses messages with the keys ${[...stray].join(', ')}.`);
  }

  #recurs(
    file: string,
    line: number,
    row: string,
    prompt: string | undefined,
    error: (message: string) => void,
  ): void {
    const key = this.hash(row);
    const twin = this.#rowsSeen.get(key);
    if (twin !== undefined) error(`The same row stands in ${twin.file}, line ${twin.line}.`);
    else this.#rowsSeen.set(key, { file, line });
    if (prompt === undefined) return;
    const asked = this.#prompts.get(prompt);
    if (asked === undefined) this.#prompts.set(prompt, { file, line });
    else if (asked.file !== file && twin === undefined)
      error(`The same prompt stands in another split: ${asked.file}, line ${asked.line}.`);
  }

  async #table(file: InputFile, kind: 'csv' | 'tsv'): Promise<void> {
    const whole = await readWhole(file);
    if ('refused' in whole) return this.findings.error(file.name, 1, whole.refused);
    if (whole.bom)
      this.findings.error(file.name, 1, 'The file begins with a byte order mark; save it without.');
    if (!whole.text.endsWith('\n'))
      this.findings.error(file.name, 1, 'The last row does not end with a line break.');
    const broken = unquotedBreak(whole.text);
    if (broken !== undefined)
      this.findings.error(
        file.name,
        broken,
        'A cell holds a line break outside of quotes; other readers end the row there.',
      );
    for (const { cells, line } of tableRows(whole.text, kind).slice(1))
      if (cells.some((cell) => /^[=@\t\r]|^[+-][^\d\s]/.test(cell)))
        this.findings.error(file.name, line, 'A cell begins like a formula; put an apostrophe before it.');
    for await (const next of readRecords(file)) this.#parsed(file.name, next, kind);
  }
}

/** The first line of a table with `\\r\\n` ends that ends with a bare `\\n` outside of quotes. */
function unquotedBreak(text: string): number | undefined {
  if (!text.includes('\r\n')) return undefined;
  let line = 1;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '"') quoted = !quoted;
    else if (text[at] === '\n') {
      if (!quoted && text[at - 1] !== '\r') return line;
      line++;
    }
  }
  return undefined;
}

const sentence = (reason: string): string => `${reason[0]?.toUpperCase() ?? ''}${reason.slice(1)}.`;

/** The rows of a format, as we would write them: what they would leave out is wrong in a file too. */
function ruleOf(shape: Shape): RowFormat | undefined {
  const format = exportFormats.find((f) => f.id === shape.id);
  if (format === undefined) return undefined;
  return format.kind === 'rows' ? format : format.pairs;
}
