import type { Command } from '../command.js';
export const command: Command = {
  usage: 'x',
  about: 'x',
  paths: [0, 0],
  flags: {},
  settings: [],
  run: () => Promise.resolve(2),
};
