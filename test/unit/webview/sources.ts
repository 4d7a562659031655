import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files of the page with such an ending, and what stands in them. */
export const sources = (ending: RegExp): { path: string; code: string }[] =>
  readdirSync('src/webview', { recursive: true, encoding: 'utf8' })
    .filter((path) => ending.test(path))
    .map((path) => ({ path, code: readFileSync(join('src/webview', path), 'utf8') }));
