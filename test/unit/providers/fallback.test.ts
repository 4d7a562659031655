import assert from 'node:assert/strict';
import { withFallbacks } from '../../../src/core/providers/index.js';
import type { CompletionRequest, ProviderErrorCode } from '../../../src/core/providers/provider.js';
import { FakeClock } from '../../fixtures/fake-clock.js';
import { scriptedProvider } from '../../fixtures/server/scripted-provider.js';
import type { Scripted } from '../../fixtures/server/scripted-provider.js';

const request: CompletionRequest = { model: 'first', messages: [], sampling: { topK: 3 }, sample: 0 };
const never = new AbortController().signal;
const error = (code: ProviderErrorCode): Scripted => ({ code, message: code });

function chain(clock: FakeClock, ...scripts: (readonly Scripted[])[]) {
  const [main, ...others] = scripts.map((script) => scriptedProvider(script));
  const spares = others.map((provider, i) => ({
    provider,
    model: `spare ${i}`,
    sampling: { temperature: 0 },
    price: undefined,
  }));
  const provider = withFallbacks(main!, spares, clock);
  const ask = async () => {
    const result = await provider.complete(request, never);
    return result.ok ? result.value.model : result.error.code;
  };
  return { ask, provider, calls: () => [main!, ...others].map((one) => one.calls.length), others };
}

describe('fallbacks', () => {
  let clock: FakeClock;
  beforeEach(() => (clock = new FakeClock()));

  it('are asked in their own way where the first fails, and named as who answered', async () => {
    for (const code of [
      'auth',
      'quota',
      'not-found',
      'rate',
      'server',
      'network',
      'timeout',
      'refused',
    ] as const) {
      const { ask, others } = chain(clock, [error(code)], [error('server')], ['fine']);
      assert.equal(await ask(), 'spare 1', code);
      assert.deepEqual(others[1]?.calls[0]?.sampling, { temperature: 0 });
    }
    const declines = { text: '', model: 'first', finish: 'refused' } as const;
    assert.equal(await chain(clock, [declines], ['fine']).ask(), 'spare 0');
  });

  it('are left alone where the fault is the request’s own, or nobody wants an answer any more', async () => {
    for (const code of ['context', 'bad-request', 'bad-reply', 'budget', 'cancelled'] as const) {
      const { ask, calls } = chain(clock, [error(code)], ['fine']);
      assert.equal(await ask(), code);
      assert.deepEqual(calls(), [1, 0]);
    }
  });

  it('are asked at once while the first is known to be out of reach, which is tried again later', async () => {
    const { ask, calls } = chain(clock, [error('quota'), 'back'], ['fine']);
    for (let i = 0; i < 10; i++) assert.equal(await ask(), 'spare 0');
    assert.deepEqual(calls(), [1, 10]);
    await clock.advance(5 * 60_000 + 1);
    assert.equal(await ask(), 'first');
  });

  it('take over after three failures in a row, not after one', async () => {
    const { ask, calls } = chain(
      clock,
      [error('server'), 'ok', error('server'), error('server'), error('server'), 'ok'],
      ['fine'],
    );
    const answers = [];
    for (let i = 0; i < 8; i++) answers.push(await ask());
    assert.deepEqual(answers, ['spare 0', 'first', ...Array<string>(6).fill('spare 0')]);
    assert.deepEqual(calls(), [5, 7]);
  });

  it('give the first one’s error where nobody answers, and still ask when all are down', async () => {
    const { ask, calls, provider } = chain(clock, [error('auth')], [error('quota')]);
    const first = await provider.complete(request, never);
    assert.equal(!first.ok && first.error.message, 'auth Nor did spare 0 (quota) answer.');
    assert.equal(await ask(), 'auth');
    assert.deepEqual(calls(), [2, 2]);
  });
});
