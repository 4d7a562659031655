import type { Outcome, Problem } from '../outcome.js';
import { fail, ok } from '../outcome.js';
import type { Hash } from '../ports.js';
import type { PlannedDocument } from './documents.js';

/** So many documents' texts are kept: jobs come in the order of the documents, and few are under way at once. */
const textsKept = 4;

/** The texts of documents whose turn has come, as long as they are what they were when the run was planned. */
export function documentTexts(hash: Hash): (document: PlannedDocument) => Promise<Outcome<string, Problem>> {
  const texts = new Map<string, Promise<Outcome<string, Problem>>>();
  const read = async ({ input, hash: planned }: PlannedDocument): Promise<Outcome<string, Problem>> => {
    const now = await input.read();
    if (!now.ok) return now;
    if (hash(now.value.text) === planned) return ok(now.value.text);
    const message = `${input.path} has changed since the run was planned. Start again to do the rest of it.`;
    return fail({ code: 'changed', message });
  };
  return (document) => {
    let text = texts.get(document.id);
    if (!text) {
      texts.set(document.id, (text = read(document)));
      const [oldest] = texts.keys();
      if (texts.size > textsKept && oldest !== undefined) texts.delete(oldest);
    }
    return text;
  };
}
