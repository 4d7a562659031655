import { commands, l10n } from 'vscode';
import type { Problem } from '../../core/outcome.js';
import { tellProblem } from '../messages.js';
import type { Action } from '../messages.js';
import { chunksText } from '../words.js';
import type { ActiveRun } from './activeRun.js';

/** Tells why a run is paused, and offers what mends it: it goes on after that. */
export function tellPaused(run: ActiveRun, { code, message }: Problem, notReached: number): void {
  const text = l10n.t('{0} The run is paused, with {1} to go.', message, chunksText(notReached));
  const resume: Action = { title: l10n.t('Resume'), run: () => run.resume() };
  const stop: Action = { title: l10n.t('Stop'), run: () => run.stop() };
  const mend =
    code === 'auth'
      ? thenResume(run, l10n.t('Set API Key'), 'pairsmith.setKey')
      : thenResume(run, l10n.t('Choose a Model'), 'pairsmith.selectModel');
  // Another model in the settings is none for a run that has one of its own.
  const mends = code === 'auth' || run.work.once?.provider === undefined ? [mend] : [];
  tellProblem({ code, message: text }, resume, ...mends, stop);
}

/** Where the user thinks better of it, the run meets the same again, and says so. */
const thenResume = (run: ActiveRun, title: string, command: string): Action => ({
  title,
  async run() {
    await commands.executeCommand(command);
    run.resume();
  },
});
