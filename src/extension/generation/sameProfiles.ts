import { l10n } from 'vscode';
import type { PreparedRun } from '../settings/prepareRun.js';

/** Which of the profiles that are named are not asked, and why; empty where all are. */
export const sameText = ({ same }: Pick<PreparedRun, 'same'>): string =>
  same
    .map(({ name, as }) =>
      l10n.t(
        'Profile {0} asks the same model at the same address with the same settings as {1}: it is not asked again.',
        name,
        as,
      ),
    )
    .join(' ');
