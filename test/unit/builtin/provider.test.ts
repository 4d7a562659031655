import assert from 'node:assert/strict';
import { createBuiltin } from '../../../src/core/providers/builtin/index.js';
import type { CompletionRequest } from '../../../src/core/providers/provider.js';

const request = (text: string, more: Partial<CompletionRequest> = {}): CompletionRequest => ({
  model: 'rules-1',
  messages: [],
  sampling: {},
  task: { recipe: 'qa', text, heading: [], want: 2 },
  sample: 0,
  ...more,
});
const live = new AbortController().signal;

describe('the builtin provider', () => {
  it('answers with the JSON that the qa recipe reads', async () => {
    const text = 'The board of Ronsa meets every month. The board was founded in 1921.';
    const result = await createBuiltin().complete(request(text), live);
    assert.ok(result.ok);
    assert.equal(result.value.model, 'rules-1');
    assert.equal(result.value.finish, 'stop');
    assert.equal(result.value.usage, undefined);
    const reply = JSON.parse(result.value.text) as {
      pairs: { question: string; answer: string; type: string; evidence: string[] }[];
    };
    assert.ok(reply.pairs.length >= 1);
    for (const pair of reply.pairs) {
      assert.deepEqual(Object.keys(pair), ['question', 'answer', 'type', 'evidence']);
      assert.match(pair.type, /^(?:factual|analytical|explanatory|inferential)$/);
    }
  });

  it('gives a reason with an empty reply', async () => {
    const result = await createBuiltin().complete(request('# Heading'), live);
    assert.ok(result.ok);
    const reply = JSON.parse(result.value.text) as { pairs: unknown[]; reason: string };
    assert.deepEqual(reply.pairs, []);
    assert.ok(reply.reason.length > 10);
  });

  it('is cancelled by its signal', async () => {
    const result = await createBuiltin().complete(request('The board meets in May.'), AbortSignal.abort());
    assert.ok(!result.ok);
    assert.equal(result.error.code, 'cancelled');
  });

  it('says what it needs when a request has no text', async () => {
    const result = await createBuiltin().complete(request('', { task: undefined }), live);
    assert.ok(!result.ok);
    assert.equal(result.error.code, 'bad-request');
    assert.match(result.error.message, /chunk of text/);
  });
});
