import { l10n } from 'vscode';
import type { RunEnd } from '../generation/runs.js';
import { action, tell } from '../messages.js';
import type { Services } from '../services.js';
import { frontDocument, urisOf } from './arguments.js';
import { generateFrom } from './generate.js';

/** Enough to see how the settings do, few enough to look at each. */
const tried = 5;

/** Pairs from five chunks drawn from all parts of the documents; then offers the rest, or other settings. */
export async function tryFive(services: Services, ...args: unknown[]): Promise<RunEnd | undefined> {
  const named = urisOf(args);
  const front = named.length > 0 ? undefined : await frontDocument();
  const sources = front ? [front] : named;
  if (sources.length === 0) return undefined;
  const ended = await generateFrom(services, sources, { limits: { spread: tried }, quiet: true });
  if (ended?.how === 'all' && ended.summary.pairs > 0) {
    tell(
      l10n.t('These pairs are from {0} chunks of all parts: are they what you want?', ended.summary.planned),
      action(l10n.t('Generate the Rest'), 'pairsmith.generateFile', sources),
      action(l10n.t('Change Settings'), 'workbench.action.openSettings', '@ext:pairsmith.pairsmith'),
    );
  }
  return ended;
}
