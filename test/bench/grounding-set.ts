import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** A true answer to a question about a source, and what one change each makes of it. */
export interface Triple {
  readonly document: string;
  readonly source: string;
  readonly question: string;
  readonly answer: string;
  readonly changes: readonly Change[];
}

export interface Change {
  /** `out` of the text, `within` the text, `role`, `negation`, `unit`, `opposite` (antonyms and comparisons). */
  readonly kind: string;
  readonly answer: string;
}

const folder = new URL('../fixtures/grounding/', import.meta.url);

function changed(answer: string, line: string, where: string): Change {
  const [kind = '', from = '', to = ''] = line.split('|');
  if (from.startsWith('=')) return { kind, answer: from.slice(1) };
  if (!answer.includes(from) || from === '') throw new Error(`${where}: "${from}" is not in "${answer}"`);
  return { kind, answer: answer.replace(from, () => to) };
}

/** One document: its text, a line `===`, then `Q`, `A` and changes as `kind|from|to` or `kind|=whole answer`. */
function readDocument(name: string, text: string): Triple[] {
  const [source = '', rest = ''] = text.split('\n===\n');
  const triples: Triple[] = [];
  let question = '';
  for (const line of rest.split('\n')) {
    if (line.startsWith('Q ')) question = line.slice(2);
    else if (line.startsWith('A '))
      triples.push({ document: name, source, question, answer: line.slice(2), changes: [] });
    else if (line.trim() !== '') {
      const last = triples.pop();
      if (last === undefined) throw new Error(`${name}: a change before any answer: ${line}`);
      triples.push({ ...last, changes: [...last.changes, changed(last.answer, line, name)] });
    }
  }
  return triples;
}

/** The texts of a folder of the set, by name; none where there is no such folder. */
function textsIn(part: string): (readonly [name: string, text: string])[] {
  const at = new URL(`${part}/`, folder);
  if (!existsSync(at)) return [];
  return readdirSync(at)
    .filter((name) => name.endsWith('.txt'))
    .toSorted()
    .map((name) => [name, readFileSync(new URL(name, at), 'utf8')]);
}

/** The triples of one part of the set, by document; none where there is no such part. */
export const readSet = (part: string): Triple[] =>
  textsIn(part).flatMap(([name, text]) => readDocument(`${part}/${name}`, text));

/** More true answers, without changes, on documents of the development part. */
export function readAnswers(): Triple[] {
  const documents = new Map(textsIn('development'));
  return textsIn('answers').flatMap(([name, text]) => {
    const [source] = (documents.get(name) ?? '').split('\n===\n');
    if (source === undefined || source === '') throw new Error(`answers/${name}: there is no such document`);
    return readDocument(`answers/${name}`, `${source}\n===\n${text}`);
  });
}
