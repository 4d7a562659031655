import assert from 'node:assert/strict';
import type { RunEvent } from '../../../src/core/generate.js';
import { hostOf, logEvent } from '../../../src/extension/generation/log.js';
import { Pace } from '../../../src/extension/generation/pace.js';
import { promptText } from '../../../src/extension/promptText.js';

const start: RunEvent = { type: 'start', run: 'r', planned: 10, dataset: 'd' };

const result = (ended: number, pairs: number, outcome: 'done' | 'failed' = 'done'): RunEvent => ({
  type: 'result',
  result: {
    type: 'result',
    id: `r${ended}`,
    by: 'me',
    key: 'k',
    run: 'r',
    recipe: 'qa',
    inputs: [],
    outcome,
    pairs: Array.from({ length: pairs }, () => ({ prompt: [], completion: '', sources: [] })),
  },
  document: 'a.md',
  chunk: 0,
  outcome,
  ended,
  planned: 10,
});

describe('the pace of a run', () => {
  it('counts what came, and tells rate and time left once they mean something', () => {
    let now = 5_000;
    const pace = new Pace(() => now);
    pace.add(start);
    now += 500;
    pace.add(result(1, 3));
    assert.deepEqual(pace.standing, {
      ended: 1,
      planned: 10,
      pairs: 3,
      failed: 0,
      rate: undefined,
      secondsLeft: undefined,
    });
    now += 1_500;
    pace.add(result(2, 0, 'failed'));
    const { ended, pairs, failed, rate, secondsLeft } = pace.standing;
    assert.deepEqual([ended, pairs, failed, rate, secondsLeft], [2, 3, 1, 1, 8]);
  });

  it('stands still while the run is paused', () => {
    let now = 0;
    const pace = new Pace(() => now);
    pace.add(start);
    now += 2_000;
    pace.add(result(2, 3));
    pace.add({ type: 'paused', notReached: 8 });
    now += 3_600_000;
    assert.equal(pace.standing.rate, 1);
    pace.add({ type: 'resumed' });
    now += 1_000;
    pace.add(result(3, 3));
    assert.deepEqual([pace.standing.rate, pace.standing.secondsLeft], [1, 7]);
  });
});

describe('the log of a run', () => {
  it('holds neither texts nor passwords, at any level', () => {
    const lines: string[] = [];
    const add = (line: string) => void lines.push(line);
    const log = { debug: add, info: add, warn: add, error: add };
    const done = result(1, 1);
    assert.ok(done.type === 'result');
    const pair = {
      prompt: [{ role: 'user' as const, content: 'SECRET?' }],
      completion: 'SECRET',
      sources: [],
    };
    logEvent(log, { ...done, result: { ...done.result, pairs: [pair] } });
    const failure = { code: 'bad-reply', message: 'The reply is no JSON.', reply: 'SECRET' };
    logEvent(log, { ...done, outcome: 'failed', result: { ...done.result, outcome: 'failed', failure } });
    assert.equal(hostOf('http://me:SECRET@box:1/v1'), 'box:1/v1');
    assert.equal(hostOf('http://box:1/v1?key=SECRET'), 'box:1/v1');
    assert.equal(lines.length, 2);
    assert.match(lines[1] ?? '', /^a\.md, chunk 1: failed: bad-reply: The reply is no JSON\.$/);
    assert.doesNotMatch(lines.join(), /SECRET/);
  });
});

describe('the text of a request', () => {
  it('holds messages, shape and sampling, and what is sent to the letter', () => {
    const text = promptText({
      provider: 'openai',
      model: 'm',
      note: 'Nothing is sent.',
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'The text:\n<b>bold</b>' },
      ],
      schema: { name: 'pairs', schema: { type: 'object' } },
      sampling: { temperature: 0.2, topP: undefined },
      wire: { url: 'http://box/v1/chat/completions', body: { model: 'm' } },
    });
    for (const part of [
      '==== provider ====\nopenai, m\nNothing is sent.\n',
      '==== system ====\nBe brief.\n',
      '==== user ====\nThe text:\n<b>bold</b>\n',
      '"type": "object"',
      '"temperature": 0.2',
      '==== POST http://box/v1/chat/completions ====\n{\n  "model": "m"\n}',
    ]) {
      assert.ok(text.includes(part), part);
    }
  });
});
