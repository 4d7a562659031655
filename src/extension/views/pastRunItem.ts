import { l10n, ThemeColor, ThemeIcon, TreeItem, workspace } from 'vscode';
import { providerRow } from '../../core/providers/index.js';
import { dollars } from '../../core/spend/cost.js';
import { oneLine } from '../review/model/cut.js';
import { chunksText, pairsText } from '../words.js';
import type { MoreRunsNode, PastRunNode } from './nodes.js';
import type { PastRun } from './pastRuns.js';

/** A model may have a long name, and a forged dataset may give it any. */
const longestName = 100;

/** The row of a run that has ended in another window, or on the command line. */
export function pastRunItem({ dataset, past }: PastRunNode): TreeItem {
  const { id, failed, pairs, at } = past;
  const title = past.provider === 'builtin' ? l10n.t('Built-in rules') : oneLine(past.model, longestName);
  const date = new Date(at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
  const came =
    failed > 0 ? l10n.t('{0}, {1} failed', pairsText(pairs), failed.toLocaleString()) : pairsText(pairs);
  const cost = costText(past);
  const item = new TreeItem(title);
  item.id = `past ${id}`;
  item.description = [came, cost, date].filter((part) => part !== '').join(' · ');
  item.tooltip = [
    titleOf(past),
    workspace.asRelativePath(dataset),
    chunksText(past.chunks),
    came,
    cost,
    tokensText(past),
    l10n.t('Began {0}', date),
  ]
    .filter((line) => line !== '')
    .join('\n');
  item.iconPath =
    failed > 0
      ? new ThemeIcon('warning', new ThemeColor('list.warningForeground'))
      : new ThemeIcon('pass', new ThemeColor('testing.iconPassed'));
  item.contextValue = ['run.ended', pairs > 0 && 'pairs', failed > 0 && 'failures'].filter(Boolean).join('.');
  item.accessibilityInformation = { label: `${title}: ${item.description}` };
  return item;
}

/** The row that stands for those that are too many to list. */
export function moreRunsItem({ count }: MoreRunsNode): TreeItem {
  const item = new TreeItem(l10n.t('and {0} more', count.toLocaleString()));
  item.id = 'more runs';
  item.accessibilityInformation = { label: l10n.t('and {0} more', count.toLocaleString()) };
  return item;
}

function titleOf({ provider, model }: PastRun): string {
  const title = providerRow(provider)?.title ?? oneLine(provider, longestName);
  return provider === 'builtin' ? title : `${oneLine(model, longestName)} (${title})`;
}

function costText({ cost, unpriced, provider }: PastRun): string {
  if (provider === 'builtin') return '';
  if (cost === undefined) return unpriced > 0 ? l10n.t('cost not known') : '';
  return unpriced > 0 ? l10n.t('at least {0}', dollars(cost)) : dollars(cost);
}

const tokensText = ({ usage: { input, output } }: PastRun): string =>
  input === undefined || output === undefined
    ? ''
    : l10n.t('{0} tokens in, {1} out', input.toLocaleString(), output.toLocaleString());
