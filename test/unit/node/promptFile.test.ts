import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPromptFile } from '../../../src/node/promptFile.js';
import { tempFolder } from '../../fixtures/temp.js';

describe('a prompt file', () => {
  it('is the same prompt whatever line ends git has given it', async () => {
    const path = join(tempFolder(), 'ask.txt');
    for (const text of ['Ask about\n{text}\n', 'Ask about\r\n{text}\r\n', '\ufeffAsk about\r\n{text}\n']) {
      writeFileSync(path, text);
      assert.deepEqual(await readPromptFile(path), { ok: true, value: 'Ask about\n{text}\n' });
    }
  });
});
