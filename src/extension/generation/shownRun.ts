import { l10n, StatusBarAlignment, ThemeColor, window } from 'vscode';
import type { Disposable, StatusBarItem } from 'vscode';
import type { Notification } from './runs.js';
import { joined } from '../words.js';
import type { Work } from './work.js';

interface Step {
  readonly message?: string;
  readonly increment?: number;
  /** It is paused, and why, where nobody wanted that. */
  readonly paused?: { readonly reason?: string | undefined } | undefined;
}

/**
 * Where a run's progress is shown: in a notification, until the review shows it too or the run is paused; then in the
 * status bar, as notifications cover the buttons of the review.
 */
export class ShownRun implements Disposable {
  #item: StatusBarItem | undefined;
  #message = '';
  #paused: Step['paused'];
  #move: () => void = () => undefined;
  /** Resolves when the notification may go. */
  readonly moved = new Promise<void>((resolve) => (this.#move = resolve));

  constructor(
    private readonly notification: Notification,
    private readonly work: Work,
  ) {}

  report({ message, increment, paused }: Step): void {
    this.#message = message ?? this.#message;
    this.#paused = paused;
    if (this.#item) this.#draw(this.#item);
    else this.notification.report({ message: this.#message, ...(increment !== undefined && { increment }) });
  }

  /** The review is in view, with the run and a button that stops it; or the run is paused. */
  toStatusBar(): void {
    if (this.#item) return;
    const { dataset } = this.work;
    this.#item = window.createStatusBarItem('generating', StatusBarAlignment.Left);
    this.#item.name = l10n.t('Generating Pairs');
    this.#item.command = { title: '', command: 'pairsmith.reviewDataset', arguments: [dataset] };
    this.#draw(this.#item);
    this.#item.show();
    this.#move();
  }

  #draw(item: StatusBarItem): void {
    const { title } = this.work;
    const paused = this.#paused;
    item.text = `${paused ? '$(debug-pause)' : '$(sync~spin)'} ${this.#message}`;
    item.backgroundColor = paused && new ThemeColor('statusBarItem.warningBackground');
    item.tooltip = paused
      ? joined([
          paused.reason ?? '',
          l10n.t('{0}: click for the review, which can resume or stop it.', title),
        ])
      : l10n.t('{0}: click for the review, which can stop it.', title);
  }

  dispose(): void {
    this.#item?.dispose();
  }
}
