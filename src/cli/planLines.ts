import type { Plan } from '../core/generate.js';
import { plural, shownPath } from './shared.js';

/** So many documents that are gone are named; the rest is counted. */
const goneShown = 20;

/** A plan in sentences: what is to be done, what is there, and what is left alone and why. */
export function planLines<S>({ counts, stale, gone, documents, request }: Plan<S>, folder: string): string[] {
  const { chunks, jobs, present, repeated, otherModel, otherSettings, failedBefore, leftOut, retried } =
    counts;
  const changed = documents.filter((document) => document.state === 'changed').length;
  const moved = documents.filter((document) => document.state === 'moved').length;
  const lines = [
    `${plural(documents.length, 'document')}, ${plural(chunks, 'chunk')}: ${jobs} to do` +
      (retried > 0 ? ` (${retried} of them again, as they failed or were cut before)` : '') +
      (present > 0 ? `, ${present} done already` : ''),
  ];
  const say = (count: number, text: string) => count > 0 && lines.push(`  ${count} ${text}`);
  say(repeated, 'with the words of another chunk: asked once');
  say(otherModel, 'done by another model: kept (--existing add or replace asks again)');
  say(otherSettings, 'done with other settings: kept (--existing add or replace asks again)');
  say(failedBefore, 'failed before, and would again: left (--retry all asks again)');
  say(leftOut, 'beyond the limits');
  if (changed > 0) lines.push(`${plural(changed, 'document has', 'documents have')} changed.`);
  if (moved > 0) lines.push(`${plural(moved, 'document was', 'documents were')} moved.`);
  if (stale.length > 0) {
    lines.push(
      `${plural(stale.length, 'pair is', 'pairs are')} stale: their words are no longer in the document.`,
    );
  }
  for (const { path } of gone.slice(0, goneShown)) {
    lines.push(`${shownPath(folder, request.dataset, path)} is gone; its pairs are kept.`);
  }
  const more = gone.length - goneShown;
  if (more > 0)
    lines.push(`and ${plural(more, 'more document is', 'more documents are')} gone (--json lists all)`);
  return lines;
}
