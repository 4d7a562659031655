import { splitNames } from '../dataset/model.js';
import type { ExportReport } from './exportDataset.js';

const number = new Intl.NumberFormat('en-US');
const pairs = (n: number): string => `${number.format(n)} ${n === 1 ? 'pair' : 'pairs'}`;

/** An export in a few lines for people: what went where, what nobody has reviewed, what did not go and why. */
export function exportSummary(report: ExportReport): string[] {
  const { counts, folder, leftOut, losses, notes } = report;
  const bySplit = splitNames.flatMap((name) => {
    const n = counts.bySplit[name];
    return n === undefined ? [] : [`${number.format(n)} ${name}`];
  });
  const divided = bySplit.length === 0 ? '' : ` (${bySplit.join(', ')})`;
  const lines = [`${pairs(counts.pairs)} went to ${folder}${divided}.`];
  if (counts.unreviewed > 0)
    lines.push(
      `Nobody has reviewed ${counts.unreviewed === counts.pairs ? 'any' : number.format(counts.unreviewed)} of them.`,
    );
  if (counts.stale > 0)
    lines.push(`The source of ${pairs(counts.stale)} no longer says it: its document has changed since.`);
  const out = leftOut.reduce((n, reason) => n + reason.count, 0);
  if (out > 0) lines.push(`${pairs(out)} did not go:`);
  for (const { count, message } of leftOut) lines.push(`  ${number.format(count)}: ${message}`);
  for (const { count, message } of losses) lines.push(`${pairs(count)} went ${message}.`);
  return [...lines, ...notes];
}
