import { replyFiles } from '../../node/open.js';
import type { Command } from '../command.js';

export const command: Command = {
  usage: 'cache',
  about: 'Say what the kept replies take, or delete them.',
  paths: [0, 0],
  flags: { clear: { type: 'boolean', about: 'Delete all of them.' } },
  settings: [],
  run({ terminal, flags }) {
    const files = replyFiles();
    const clear = flags.has('clear');
    const bytes = clear ? files.clear() : files.size();
    terminal.event({ type: 'cache', folder: files.folder, bytes, cleared: clear });
    if (terminal.json) return Promise.resolve(0);
    const amount = `${(bytes / 1e6).toFixed(1)} MB`;
    terminal.print(clear ? `${amount} of replies deleted.` : `${amount} of replies in ${files.folder}`);
    return Promise.resolve(0);
  },
};
