import assert from 'node:assert/strict';
import { withoutEchoes } from '../../../src/core/providers/echoes.js';
import type { CompletionRequest } from '../../../src/core/providers/provider.js';
import { scriptedProvider } from '../../fixtures/server/scripted-provider.js';

const never = new AbortController().signal;
const asking = (content: string): CompletionRequest => ({
  model: 'm',
  messages: [{ role: 'user', content }],
  sampling: {},
  sample: 0,
});

describe('withoutEchoes', () => {
  const text = async (said: string, asked: string, secrets: readonly string[]) => {
    const result = await withoutEchoes(scriptedProvider([said]), secrets).complete(asking(asked), never);
    return result.ok ? result.value.text : assert.fail(result.error.message);
  };

  it('hides what a server says of a key', async () => {
    assert.equal(
      await text('It is top.secret.1, top.secret.1!', 'Hello.', ['top.secret.1']),
      'It is [key], [key]!',
    );
    assert.equal(
      await text('{"a": "Sent: to\\/p+sec=ret, and to', 'Hello.', ['to/p+sec=ret']),
      '{"a": "Sent: [key], and to',
    );
  });

  it('leaves words alone that the request has, or that are short', async () => {
    assert.equal(
      await text('Set lm-studio up.', 'Say how to set lm-studio up.', ['lm-studio']),
      'Set lm-studio up.',
    );
    assert.equal(await text('Ask ollama.', 'Whom?', ['ollama']), 'Ask ollama.');
  });
});
