import { fail } from '../outcome.js';
import type { Provider } from './provider.js';

export const vscodeId = 'vscode';

/** What stands for VS Code's own models where there is no VS Code. */
export const withoutEditor: Provider = {
  id: vscodeId,
  complete: () =>
    Promise.resolve(
      fail({
        code: 'not-found',
        message: 'VS Code’s own models are there inside VS Code alone. Choose another provider.',
      }),
    ),
};
