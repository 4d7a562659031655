import { connectionLines } from '../../core/providers/connection-lines.js';
import { connectionProblems } from '../../core/providers/connection.js';
import { cacheFolder } from '../../node/cacheFolder.js';
import { testSettings } from '../../node/connection.js';
import { environmentSecrets } from '../../node/ports.js';
import { serverMemory } from '../../node/serverMemory.js';
import type { Command } from '../command.js';
import { InputError } from '../inputError.js';
import { settingsOf } from '../shared.js';
import { tellProblem } from '../tell.js';
import { table } from '../terminal.js';

export const command: Command = {
  usage: 'test-connection',
  about: 'Ask a server whether it answers, takes the key, has the model and keeps to a shape, and how fast.',
  paths: [0, 0],
  flags: {},
  settings: ['provider', 'model', 'baseUrl', 'keepAlive', 'timeout', 'firstTokenTimeout', 'idleTimeout'],
  async run(call) {
    const { terminal, signal } = call;
    const { settings, environment } = await settingsOf(call);
    const memory = serverMemory(cacheFolder(environment));
    const tested = await testSettings(settings, environmentSecrets(environment), signal, { memory });
    if (!tested.ok) throw new InputError(tested.error);
    const report = tested.value;
    terminal.event({ type: 'connection', ...report });
    if (!terminal.json) for (const line of table(connectionLines(report))) terminal.print(line);
    const problems = connectionProblems(report);
    for (const problem of problems) tellProblem(terminal, problem);
    return problems.length === 0 ? 0 : 1;
  },
};
