import { TabInputCustom, window } from 'vscode';
import type { Uri } from 'vscode';
import type { PairId } from '../../core/dataset/model.js';
import { reviewType } from '../review/names.js';
import type { Services } from '../services.js';
import type { Work } from './work.js';

/**
 * Brings the review into view beside the document, where it is not yet, and goes to a pair there unless somebody is at
 * work in it. The cursor stays where it is.
 */
export async function showReview(
  services: Services,
  { dataset, beside }: Work,
  pair: PairId | undefined,
): Promise<void> {
  try {
    const review = await services.review();
    if (!isShown(dataset)) await review.openBeside(dataset, beside);
    if (pair !== undefined) await review.reveal(dataset, pair, { focus: false });
  } catch (error) {
    services.log.error(error instanceof Error ? error : String(error)); // the pairs are made all the same
  }
}

const isShown = (dataset: Uri): boolean =>
  window.tabGroups.all.some(({ activeTab }) => {
    const input = activeTab?.input;
    return (
      input instanceof TabInputCustom &&
      input.viewType === reviewType &&
      input.uri.toString() === dataset.toString()
    );
  });
