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
    // What is told of the run meanwhile is not lost if the run is over before the review has opened the dataset.
    const held = await (await services.datasets()).open(dataset);
    try {
      const isNew = !isInView(dataset);
      if (isNew) await review.openBeside(dataset, beside);
      if (pair !== undefined) await review.reveal(dataset, pair, { focus: false, isNew });
    } finally {
      if (held.ok) held.value.dispose();
    }
  } catch (error) {
    services.log.error(error instanceof Error ? error : String(error)); // the pairs are made all the same
  }
}

/** Whether a dataset's review is in view. */
export const isInView = (dataset: Uri): boolean =>
  window.tabGroups.all.some(({ activeTab }) => {
    const input = activeTab?.input;
    return (
      input instanceof TabInputCustom &&
      input.viewType === reviewType &&
      input.uri.toString() === dataset.toString()
    );
  });

/** A review that is slower than this, in milliseconds, is not waited for. */
const patience = 2_000;

/** Resolves when a review that is being opened is in view, or does not come. */
export function comesIntoView(dataset: Uri, opened: Promise<void>): Promise<void> {
  if (isInView(dataset)) return Promise.resolve();
  return new Promise((resolve) => {
    const end = () => {
      subscription.dispose();
      clearTimeout(timer);
      resolve();
    };
    const subscription = window.tabGroups.onDidChangeTabs(() => {
      if (isInView(dataset)) end();
    });
    const timer = setTimeout(end, patience);
    void opened.then(end);
  });
}
