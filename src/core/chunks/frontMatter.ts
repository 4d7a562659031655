import { skipBlank } from './blank.js';

/** It is searched for its title this far. */
const longestSearch = 10_000;
const titleLine = /^title[ \t]*[:=][ \t]*([^\s].*)$/m;

export interface FrontMatter {
  /** The start of the line after it. */
  readonly end: number;
  /** Where the value of its `title` stands, quotes included. */
  readonly title: { readonly start: number; readonly end: number } | undefined;
}

/** What stands between `---` (YAML) or `+++` (TOML) on the first line of a text and the same line again. */
export function frontMatter(text: string): FrontMatter | undefined {
  const rail = text.slice(0, 3);
  if (rail !== '---' && rail !== '+++') return undefined;
  const first = text.indexOf('\n');
  if (first < 0 || skipBlank(text, 3, first) !== first) return undefined;
  // A key must follow: a rule at the start of a document is a rule.
  if (!/^[\w"'#[]/.test(text.slice(first + 1, first + 2))) return undefined;
  for (let at = text.indexOf(`\n${rail}`, first); at >= 0; at = text.indexOf(`\n${rail}`, at + 1)) {
    const feed = text.indexOf('\n', at + 4);
    const end = feed < 0 ? text.length : feed;
    if (skipBlank(text, at + 4, end) === end)
      return { end: Math.min(end + 1, text.length), title: findTitle(text, at) };
  }
  return undefined;
}

function findTitle(text: string, to: number): FrontMatter['title'] {
  const found = titleLine.exec(text.slice(0, Math.min(to, longestSearch)));
  if (found?.[1] === undefined) return undefined;
  const end = found.index + found[0].length;
  return { start: end - found[1].length, end };
}
