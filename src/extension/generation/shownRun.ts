import { l10n, StatusBarAlignment, window } from 'vscode';
import type { Disposable, StatusBarItem } from 'vscode';
import type { Notification } from './runs.js';
import type { Work } from './work.js';

/**
 * Where a run's progress is shown: in a notification, until the review shows it too; then in the status bar, as
 * notifications cover the buttons of the review.
 */
export class ShownRun implements Notification, Disposable {
  #item: StatusBarItem | undefined;
  #message = '';
  #move: () => void = () => undefined;
  /** Resolves when the notification may go. */
  readonly moved = new Promise<void>((resolve) => (this.#move = resolve));

  constructor(
    private readonly notification: Notification,
    private readonly work: Work,
  ) {}

  report(step: { message?: string; increment?: number }): void {
    this.#message = step.message ?? this.#message;
    if (this.#item) this.#item.text = `$(sync~spin) ${this.#message}`;
    else this.notification.report(step);
  }

  /** The review is in view, with the run and a button that stops it. */
  toStatusBar(): void {
    if (this.#item) return;
    const { title, dataset } = this.work;
    this.#item = window.createStatusBarItem('generating', StatusBarAlignment.Left);
    this.#item.name = l10n.t('Generating Pairs');
    this.#item.tooltip = l10n.t('{0}: click for the review, which can stop it.', title);
    this.#item.command = { title: '', command: 'pairsmith.reviewDataset', arguments: [dataset] };
    this.report({});
    this.#item.show();
    this.#move();
  }

  dispose(): void {
    this.#item?.dispose();
  }
}
