import { TabInputCustom, window } from 'vscode';
import type { Uri } from 'vscode';
import { reviewType } from '../review/names.js';
import type { Services } from '../services.js';
import type { Work } from './work.js';

/** Brings the review into view beside the document, where it is not yet. The cursor stays where it is. */
export async function showReview(services: Services, { dataset, beside }: Work): Promise<void> {
  if (isShown(dataset)) return;
  try {
    const review = await services.review();
    await review.openBeside(dataset, beside);
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
