import * as z from 'zod/mini';
import type { Outcome, Problem } from '../outcome.js';
import { fail, ok } from '../outcome.js';
import { settingNames, settingRows } from './rows.js';
import type { SettingName, SettingRow, Settings } from './rows.js';

type Issue = z.core.$ZodIssue;

/** Settings from one place. Later ones win over earlier ones. */
export interface SettingsLayer {
  /** For messages: `--chunk-size`, `PAIRSMITH_CHUNK_SIZE in the environment`, `pairsmith.chunkSize in FILE`. */
  nameOf(setting: SettingName): string;
  readonly values: Readonly<Partial<Record<SettingName, unknown>>>;
  /** Texts stand for numbers and comma-separated lists: flags and the environment know nothing else. */
  readonly asText: boolean;
}

/** The settings that the layers come to, over the defaults; or what is wrong with one of them, by its name there. */
export function resolveSettings(layers: readonly SettingsLayer[]): Outcome<Settings, Problem<'setting'>> {
  const values: Partial<Record<SettingName, unknown>> = {};
  for (const name of settingNames) {
    const row: SettingRow = settingRows[name];
    values[name] = row.default;
    for (const layer of layers) {
      const raw = layer.values[name];
      if (raw === undefined) continue;
      const parsed = schemaOf(row).safeParse(layer.asText ? fromText(row, raw) : raw);
      if (!parsed.success) {
        const [issue] = parsed.error.issues;
        return fail({ code: 'setting', message: complaint(layer.nameOf(name), row, raw, issue) });
      }
      values[name] = parsed.data;
    }
  }
  const settings = values as Settings;
  const nameOf = (name: SettingName, otherwise: string): string =>
    layers.findLast((layer) => layer.values[name] !== undefined)?.nameOf(name) ?? otherwise;
  const { overlap, chunkSize, split } = settings;
  if (overlap >= chunkSize) {
    const [less, more] = [nameOf('overlap', 'The overlap'), nameOf('chunkSize', 'the chunk size')];
    return fail({
      code: 'setting',
      message: `${less} (${overlap}) must be smaller than ${more} (${chunkSize}).`,
    });
  }
  if (split.reduce((sum, share) => sum + share, 0) <= 0) {
    const message = `${nameOf('split', 'The split')} must have at least one share above 0.`;
    return fail({ code: 'setting', message });
  }
  return ok(settings);
}

function schemaOf(row: SettingRow): z.ZodMiniType {
  switch (row.type) {
    case 'text':
      return row.values ? z.enum(row.values as readonly [string, ...string[]]) : z.string();
    case 'texts': {
      const item = row.values ? z.enum(row.values as readonly [string, ...string[]]) : z.string();
      return row.values ? z.array(item).check(z.minLength(1)) : z.array(item);
    }
    case 'object':
      return row.schema;
    case 'numbers':
      return z.array(z.number().check(z.nonnegative())).check(z.length(row.length));
    case 'number':
    case 'whole': {
      const kind = row.type === 'whole' ? z.int() : z.number();
      return kind.check(
        z.minimum(row.min ?? -Number.MAX_SAFE_INTEGER),
        z.maximum(row.max ?? Number.MAX_SAFE_INTEGER),
      );
    }
  }
}

function fromText(row: SettingRow, raw: unknown): unknown {
  const items = (Array.isArray(raw) ? raw : [raw]).map(String);
  const listed = () => items.flatMap((item) => item.split(',')).map((item) => item.trim());
  const number = (text: string | undefined) => (text?.trim() ? Number(text) : NaN);
  switch (row.type) {
    case 'text':
      return items.at(-1);
    case 'texts':
      return row.values ? listed() : items;
    case 'object':
      return json(items.at(-1));
    case 'numbers':
      return listed().map(number);
    case 'number':
    case 'whole':
      return number(items.at(-1));
  }
}

function json(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return text;
  }
}

function complaint(name: string, row: SettingRow, raw: unknown, issue: Issue | undefined): string {
  if (row.type === 'object') {
    // It may hold an address with a password, so what is wrong is named and not shown.
    const place = [...(issue?.path ?? []), ...(issue?.code === 'unrecognized_keys' ? issue.keys : [])];
    const where = place.length === 0 ? 'This is no such JSON.' : `See ${place.join('.').slice(0, 100)}.`;
    return `${name} must be ${row.wanted}. ${where}`;
  }
  const shown = JSON.stringify(raw)?.slice(0, 100) ?? String(raw);
  return `${name} must be ${wanted(row)}, not ${shown}.`;
}

function wanted(row: SettingRow): string {
  const bounds = (min?: number, max?: number) =>
    min !== undefined && max !== undefined
      ? ` from ${min} to ${max}`
      : min !== undefined
        ? ` of at least ${min}`
        : '';
  switch (row.type) {
    case 'text':
      return row.values ? `one of ${row.values.join(', ')}` : 'a text';
    case 'texts':
      return row.values ? `some of ${row.values.join(', ')}` : 'a list of texts';
    case 'object':
      return row.wanted;
    case 'numbers':
      return `${row.length} numbers of at least 0`;
    case 'whole':
      return `a whole number${bounds(row.min, row.max)}`;
    case 'number':
      return `a number${bounds(row.min, row.max)}`;
  }
}
