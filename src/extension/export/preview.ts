import { l10n, window, workspace } from 'vscode';
import { splitNames } from '../../core/dataset/model.js';
import type { ExportReport } from '../../core/export/index.js';
import { pairsText } from '../words.js';

/** What would be written and what would not, before anything is. */
export async function confirmExport(
  report: ExportReport,
  unsupported: number,
): Promise<'write' | 'all' | undefined> {
  const write = l10n.t('Write the Files');
  const all = l10n.t('Take the Unsupported Too');
  const buttons = unsupported > 0 ? [write, all] : [write];
  const message = l10n.t('Export {0} as {1}?', pairsText(report.counts.pairs), report.format);
  const options = { modal: true, detail: previewLines(report).join('\n') };
  const chosen = await window.showInformationMessage(message, options, ...buttons);
  return chosen === write ? 'write' : chosen === all ? 'all' : undefined;
}

/** Accepted pairs that stay out because their source does not support them: a person may know better. */
export const acceptedButUnsupported = ({ leftOut }: ExportReport, accepted: ReadonlySet<string>): number =>
  leftOut.flatMap(({ reason, pairs }) =>
    reason === 'unsupported' ? pairs.filter((pair) => accepted.has(pair)) : [],
  ).length;

function previewLines({ counts, leftOut, losses, notes, folder }: ExportReport): string[] {
  const { pairs, unreviewed } = counts;
  const splits = splitsText(counts);
  const left = leftOut.map(({ count, message }) => l10n.t('Left out: {0} – {1}', count, message));
  const went = losses.map(({ count, message }) => `${pairsText(count)} ${message}`);
  return [
    l10n.t('{0} reviewed, {1} that nobody has looked at', pairs - unreviewed, unreviewed),
    ...(splits === '' ? [] : [splits]),
    ...left,
    ...went,
    ...notes,
    l10n.t('Into {0}; files of the same name are replaced.', workspace.asRelativePath(folder)),
  ];
}

/** `train 80, validation 10, test 10`; empty where there are no splits. */
export const splitsText = ({ bySplit }: ExportReport['counts']): string =>
  splitNames.flatMap((name) => (bySplit[name] === undefined ? [] : [`${name} ${bySplit[name]}`])).join(', ');
