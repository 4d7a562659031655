import { QuickInputButtons, window } from 'vscode';
import type { Disposable, QuickPickItem } from 'vscode';

export interface Question<T extends QuickPickItem> {
  readonly placeholder: string;
  readonly items: readonly T[];
}

/** The person wants the question before. */
export const back = Symbol('back');

/**
 * A picker that asks one question after another and stays open between them: one that closes gives the keyboard back
 * to the editor for a moment, and what is typed then goes there.
 */
export class Picker implements Disposable {
  readonly #pick = window.createQuickPick();

  constructor(title: string, steps: number) {
    this.#pick.title = title;
    this.#pick.totalSteps = steps;
    this.#pick.matchOnDescription = true;
  }

  /** Asks one question, as the step from 1 on. Undefined: the person left. */
  ask<T extends QuickPickItem>(
    step: number,
    { placeholder, items }: Question<T>,
  ): Promise<T | typeof back | undefined> {
    const pick = this.#pick;
    pick.step = step;
    pick.placeholder = placeholder;
    pick.value = '';
    pick.items = items;
    pick.buttons = step > 1 ? [QuickInputButtons.Back] : [];
    pick.show();
    return new Promise((resolve) => {
      const listeners = [
        pick.onDidAccept(() => {
          const chosen = items.find((item) => item === pick.activeItems[0]);
          if (chosen) settle(chosen);
        }),
        pick.onDidTriggerButton(() => settle(back)),
        pick.onDidHide(() => settle(undefined)),
      ];
      const settle = (answer: T | typeof back | undefined): void => {
        for (const listener of listeners) listener.dispose();
        resolve(answer);
      };
    });
  }

  dispose(): void {
    this.#pick.dispose();
  }
}
