import { readFileSync } from 'node:fs';

const lists = readFileSync(new URL('../fixtures/grounding/writers.txt', import.meta.url), 'utf8');
const writers = new Map<string, string>();
for (const line of lists.trim().split('\n')) {
  const [writer = '', documents = ''] = line.split(':');
  for (const name of documents.trim().split(' ')) writers.set(name, writer);
}

/** Who wrote a document of the development part: rules that hold for one writer need not hold for the next. */
export function writerOf(document: string): string {
  if (document.startsWith('answers/')) return 'answers';
  const name = document.slice(document.indexOf('/') + 1).replace('.txt', '');
  const writer = writers.get(name);
  if (writer === undefined) throw new Error(`writers.txt does not say who wrote ${document}`);
  return writer;
}
