import { fail, ok, type Outcome, type Problem } from '../outcome.js';

/** A prompt with places to be filled. */
export interface Template {
  readonly lines: readonly (readonly Part[])[];
}

type Part = { readonly text: string } | { readonly name: string };

/** `{{name}}` stands for `{name}` itself; other braces, as in JSON, stand for themselves. */
const placeholder = /\{\{([A-Za-z_]\w*)\}\}|\{([A-Za-z_]\w*)\}/g;

/**
 * Reads a prompt file. An error names the line and column (from 1) of an unknown placeholder, or a required one
 * that is missing.
 */
export function parseTemplate(
  source: string,
  names: readonly string[],
  required: readonly string[],
): Outcome<Template, Problem<'prompt'>> {
  const seen = new Set<string>();
  const lines: Part[][] = [];
  for (const [index, line] of source.replace(/\r\n?/g, '\n').split('\n').entries()) {
    const parts: Part[] = [];
    let from = 0;
    for (const match of line.matchAll(placeholder)) {
      const [whole, literal, name] = match;
      parts.push({ text: line.slice(from, match.index) });
      from = match.index + whole.length;
      if (name === undefined) {
        parts.push({ text: `{${literal}}` });
        continue;
      }
      if (!names.includes(name)) {
        const known = names.map((each) => `{${each}}`).join(', ');
        return fail({
          code: 'prompt',
          message: `The prompt has an unknown placeholder {${name}} in line ${index + 1}, column ${match.index + 1}. There are ${known}; write {{${name}}} for the word in braces.`,
        });
      }
      seen.add(name);
      parts.push({ name });
    }
    parts.push({ text: line.slice(from) });
    lines.push(parts);
  }
  const missing = required.find((name) => !seen.has(name));
  if (missing !== undefined) {
    return fail({ code: 'prompt', message: `The prompt has no {${missing}}. Add it where that belongs.` });
  }
  return ok({ lines });
}

/**
 * Fills the places in one pass, so that a value which holds a placeholder stays as it is. A line whose
 * placeholders are all empty is left out.
 */
export function fillTemplate(template: Template, values: ReadonlyMap<string, string>): string {
  const filled: string[] = [];
  for (const parts of template.lines) {
    const named = parts.filter((part) => 'name' in part);
    if (named.length > 0 && named.every((part) => !values.get(part.name))) continue;
    filled.push(parts.map((part) => ('name' in part ? (values.get(part.name) ?? '') : part.text)).join(''));
  }
  return filled.join('\n');
}
