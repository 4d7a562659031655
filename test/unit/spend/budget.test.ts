import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Completion, ProviderError } from '../../../src/core/providers/provider.js';
import { Limiter, stack, steeringOf } from '../../../src/core/providers/index.js';
import { createOpenai } from '../../../src/core/providers/openai.js';
import { openaiPreset } from '../../../src/core/providers/presets.js';
import { steadyClock } from '../../../src/node/ports.js';
import { Budget, withBudget, type BudgetLimits } from '../../../src/core/spend/budget.js';
import { scriptedProvider, type Scripted } from '../../fixtures/server/scripted-provider.js';

const price = { input: 1, output: 10 };
const request = (maxTokens?: number) => ({
  model: 'm',
  messages: [{ role: 'user' as const, content: 'What does the mill grind?' }],
  sampling: maxTokens === undefined ? {} : { maxTokens },
  sample: 0,
});
const reply = (input: number, output: number): Completion => ({
  text: 'Rye.',
  model: 'm',
  finish: 'stop',
  usage: { input, output },
});
const never = new AbortController().signal;

function budgeted(limits: BudgetLimits, script: readonly Scripted[], latencyMs = 0) {
  const inner = scriptedProvider(script, latencyMs);
  const budget = new Budget(limits);
  return { inner, budget, provider: withBudget(inner, budget, price) };
}

describe('a budget', () => {
  it('counts what each request took, and stops before one that could pass it', async () => {
    const { provider, inner, budget } = budgeted({ tokens: 400 }, [reply(40, 60)]);
    for (let i = 0; i < 2; i++) assert.ok((await provider.complete(request(100), never)).ok);
    assert.deepEqual(budget.spent, { cost: 0.001_28, tokens: 200, requests: 2 });
    const third = await provider.complete(request(200), never);
    assert.ok(!third.ok && third.error.code === 'budget');
    assert.match(third.error.message, /^200 of the budget's 400 tokens are used, and the next/);
    assert.equal(inner.calls.length, 2);
  });

  it('counts each request of a try whose form the server refuses, and stops before the one too many', async () => {
    for (const requests of [1, 2, 3, 9]) {
      let sent = 0;
      const fetch = (_: unknown, init?: RequestInit) => {
        sent++;
        const refuses = /response_format|tools/.test(JSON.stringify(init?.body));
        const body = refuses
          ? { error: { message: 'response_format is not supported', param: 'response_format' } }
          : { choices: [{ index: 0, finish_reason: 'stop', message: { content: '{}' } }] };
        return Promise.resolve(Response.json(body, { status: refuses ? 400 : 200 }));
      };
      const server = createOpenai({ baseUrl: 'http://127.0.0.1:9/v1', fetch, stream: false }, openaiPreset);
      const limiter = new Limiter({ ceiling: 1 }, steadyClock, Math.random);
      const steering = steeringOf(limiter);
      const budget = new Budget({ requests });
      const provider = stack(server, {
        limiter,
        steering,
        clock: steadyClock,
        random: Math.random,
        eachTry: (tried) => withBudget(tried, budget, price),
      });
      const schema = { name: 'pairs', schema: { type: 'object' } };
      const result = await provider.complete({ ...request(100), schema }, never);
      if (!result.ok) assert.equal(result.error.code, 'budget');
      assert.equal(result.ok, requests === 9, `${requests}`);
      assert.ok(sent <= requests, `${sent} sent of ${requests}`);
      assert.deepEqual([budget.spent.requests, steering.traffic.requests], [sent, sent]);
      assert.equal(limiter.used, 0);
    }
  });

  it('holds up nobody for good where two wait, one for the slot of the other and that for its share', async () => {
    const fetch = async (_: unknown, init?: RequestInit) => {
      await new Promise((resolve) => setTimeout(resolve, 2));
      const refuses = /response_format|tools/.test(JSON.stringify(init?.body));
      const body = refuses
        ? { error: { message: 'response_format is not supported', param: 'response_format' } }
        : { choices: [{ index: 0, finish_reason: 'stop', message: { content: '{}' } }] };
      return Response.json(body, { status: refuses ? 400 : 200 });
    };
    const server = createOpenai({ baseUrl: 'http://127.0.0.1:9/v1', fetch, stream: false }, openaiPreset);
    const limiter = new Limiter({ ceiling: 1 }, steadyClock, Math.random);
    for (const requests of [1, 2, 3, 4, 5, 6, 7]) {
      const budget = new Budget({ requests });
      const provider = stack(server, {
        limiter,
        clock: steadyClock,
        random: Math.random,
        eachTry: (tried) => withBudget(tried, budget, price),
      });
      const schema = { name: 'pairs', schema: { type: 'object' } };
      const asked = [1, 2, 3].map(() => provider.complete({ ...request(100), schema }, never));
      for (const result of await Promise.all(asked)) {
        if (!result.ok) assert.equal(result.error.code, 'budget');
      }
      assert.ok(budget.spent.requests <= requests);
      assert.equal(limiter.used, 0);
    }
  });

  it('goes on where an earlier part of its run has left it', async () => {
    const first = budgeted({ requests: 3 }, [reply(40, 60)]);
    await first.provider.complete(request(100), never);
    const inner = scriptedProvider([reply(40, 60)]);
    const rest = withBudget(inner, new Budget({ requests: 3 }, first.budget.spent), price);
    for (let i = 0; i < 2; i++) assert.ok((await rest.complete(request(100), never)).ok);
    const last = await rest.complete(request(100), never);
    assert.ok(!last.ok && last.error.code === 'budget');
    assert.equal(first.budget.spent.requests, 1);
  });

  it('gives a reply a limit where it has none, so that its cost has one', async () => {
    const { provider, inner } = budgeted({ cost: 1 }, [reply(1, 1)]);
    await provider.complete(request(), never);
    await provider.complete({ ...request(), sampling: { numPredict: -1 } }, never);
    assert.deepEqual(
      inner.calls.map(({ sampling }) => [sampling.maxTokens, sampling.numPredict]),
      [[8192, undefined], [8192, 8192]],
    ); // prettier-ignore
  });

  it('counts all that a failed try could have taken, unless the server has refused it', async () => {
    const failed = (code: ProviderError['code']) => ({ code, message: code });
    for (const [code, billed] of [['timeout', true], ['network', true], ['rate', false], ['auth', false]] as const) {
      const { provider, budget } = budgeted({ requests: 5 }, [failed(code)]);
      await provider.complete(request(100), never);
      assert.equal(budget.spent.requests, 1);
      assert.equal(budget.spent.tokens >= 100, billed, code);
    } // prettier-ignore
  });

  it('lets a request wait where those in flight may leave enough', async () => {
    const { provider, inner } = budgeted({ tokens: 400 }, [reply(10, 10)], 5);
    const both = [provider.complete(request(200), never), provider.complete(request(200), never)];
    assert.equal(inner.calls.length <= 1, true);
    assert.ok((await Promise.all(both)).every((one) => one.ok));
  });

  it('ends the wait when it is cancelled', async () => {
    const { provider, inner } = budgeted({ requests: 1 }, ['x'], 50);
    const controller = new AbortController();
    const first = provider.complete(request(1), never);
    const second = provider.complete(request(1), controller.signal);
    controller.abort();
    const cancelled = await second;
    assert.ok(!cancelled.ok && cancelled.error.code === 'cancelled');
    await first;
    assert.equal(inner.calls.length, 1);
  });

  it('is never passed, whatever the requests take and however many are at once', async () => {
    const amount = fc.integer({ min: 0, max: 100 });
    const script = fc.array(
      fc.oneof(
        fc.tuple(fc.integer({ min: 1, max: 90 }), amount).map(([input, output]) => reply(input, output)),
        fc.constantFrom<Scripted>({ code: 'server', message: '' }, { code: 'rate', message: '' }, 'no usage'),
      ),
      { minLength: 1, maxLength: 30 },
    );
    await fc.assert(
      fc.asyncProperty(
        script,
        fc.record({
          tokens: fc.option(fc.integer({ min: 1, max: 3000 }), { nil: undefined }),
          requests: fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }),
          cost: fc.option(fc.double({ min: 0, max: 0.02, noNaN: true }), { nil: undefined }),
        }),
        async (replies, limits) => {
          const { provider, inner, budget } = budgeted(limits, replies);
          await Promise.all(replies.map(() => provider.complete(request(100), never)));
          const { tokens, requests, cost } = budget.spent;
          assert.ok(tokens <= (limits.tokens ?? Infinity), `${tokens} tokens`);
          assert.ok(requests <= (limits.requests ?? Infinity), `${requests} requests`);
          assert.ok(cost <= (limits.cost ?? Infinity) + 1e-9, `$${cost}`);
          if (budget.limited) assert.equal(inner.calls.length, requests);
        },
      ),
    );
  });
});
