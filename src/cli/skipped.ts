import type { Skipped, SkipReason } from '../node/walk.js';
import type { Terminal } from './terminal.js';

/** So many files that were met in a folder are named; the rest are counted. What was named by the user always is. */
const shown = 20;

const kinds: Readonly<Record<SkipReason, string>> = {
  ignored: 'ignored by a .gitignore',
  excluded: 'excluded by a pattern',
  folder: 'folders that are never read',
  'no-reader': 'of a kind that Pairsmith does not read',
  unreadable: 'unreadable',
  'too-large': 'too large',
  output: 'written by Pairsmith',
  duplicate: 'taken already',
  special: 'neither file nor folder',
};

/** Tells what a walk left out, without flooding a terminal. `--json` has each. */
export class SkippedFiles {
  #count = 0;
  readonly #rest = new Map<SkipReason, number>();

  constructor(private readonly terminal: Terminal) {}

  tell({ reason, name, message }: Skipped, wasNamed: boolean): void {
    this.terminal.event({ type: 'skipped', path: name, reason, message });
    if (this.terminal.json) return;
    if (wasNamed || reason === 'unreadable' || this.#count++ < shown) this.terminal.say(message);
    else this.#rest.set(reason, (this.#rest.get(reason) ?? 0) + 1);
  }

  /** Counts what was not named. */
  end(): void {
    const counts = [...this.#rest].map(([reason, count]) => `${count} ${kinds[reason]}`);
    if (counts.length > 0) this.terminal.say(`and more left out: ${counts.join(', ')} (--json lists all)`);
  }
}
