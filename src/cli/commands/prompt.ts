import { resolve } from 'node:path';
import { rechunk } from '../../core/chunks/index.js';
import { readFileAsDocument } from '../../node/inputs.js';
import { environmentSecrets, nodeHash } from '../../node/ports.js';
import { prepare } from '../../node/prepare.js';
import { wireRequest, withAnyKey } from '../../node/wireRequest.js';
import { UsageError } from '../command.js';
import type { Command } from '../command.js';
import { InputError } from '../inputError.js';
import { settingsOf } from '../shared.js';
import { command as generate } from './generate.js';

export const command: Command = {
  usage: 'prompt FILE',
  about: 'Show the exact request that a chunk would be asked with. Nothing is sent.',
  paths: [1, 1],
  flags: { chunk: { type: 'string', value: 'N', about: 'Which chunk, from 1. Default: 1.' } },
  settings: generate.settings.filter((name) => name !== 'dataset' && name !== 'exclude'),
  async run(call) {
    const [file = ''] = call.paths;
    const { settings, environment } = await settingsOf(call);
    const prepared = await prepare(settings, withAnyKey(environmentSecrets(environment)), call.folder);
    if (!prepared.ok) throw new InputError(prepared.error);
    const read = await readFileAsDocument(resolve(call.folder, file), file);
    if (!read.ok) throw new InputError(read.error);
    const { recipe, settings: recipeSettings, model, sampling, chunking } = prepared.value.request;
    const { text, format } = read.value;
    const chunks = rechunk(text, format, chunking, [], { document: file, hash: nodeHash });
    const number = call.flags.whole('chunk', 1) ?? 1;
    const chunk = chunks[number - 1];
    if (!chunk) throw new UsageError(`${file} has ${chunks.length} chunks; there is no chunk ${number}.`);
    const input = { chunk: chunk.id, text: text.slice(chunk.start, chunk.end), heading: chunk.heading };
    const { messages, schema } = recipe.request(input, recipeSettings);
    const sent = await wireRequest(
      { ...settings, baseUrl: prepared.value.baseUrl },
      { model, messages, sampling, schema, sample: 0 },
    );
    if (call.terminal.json)
      call.terminal.event({ type: 'prompt', chunk: number, messages, schema, sampling, ...sent });
    else if (sent) call.terminal.printText(`POST ${sent.url}\n${JSON.stringify(sent.body, null, 2)}`);
    else for (const { role, content } of messages) call.terminal.printText(`--- ${role}\n${content}`);
    return 0;
  },
};
