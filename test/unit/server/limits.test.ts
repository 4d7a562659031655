import assert from 'node:assert/strict';
import { startFakeServer, type FakeServer } from '../../fixtures/server/fake-server.js';
import { latencyOfPrompt, type Latency } from '../../fixtures/server/latency.js';
import { RateLimiter } from '../../fixtures/server/rate-limit.js';
import { ask, askings, type AskOptions } from './asking.js';

describe('the fault server, as a proper one', () => {
  const statuses = async (
    options: Parameters<typeof startFakeServer>[0],
    asked: readonly AskOptions[],
    check?: (server: FakeServer) => void,
  ): Promise<Record<string, number[]>> => {
    const all: Record<string, number[]> = {};
    for (const asking of askings.filter(({ streamed }) => streamed)) {
      const server = await startFakeServer(options);
      all[asking.id] = [];
      for (const each of asked) {
        const reply = await ask(server, asking, each);
        await reply.text();
        all[asking.id]?.push(reply.status);
      }
      check?.(server);
      await server.close();
    }
    return all;
  };

  it('refuses other keys and none', async () => {
    assert.deepEqual(await statuses({ key: 'right' }, [{ key: 'right' }, { key: 'wrong' }, {}]), {
      openai: [200, 401, 401],
      ollama: [200, 401, 401],
      anthropic: [200, 401, 401],
      gemini: [200, 400, 403],
    });
  });

  it('knows one model', async () => {
    const asked = [{ model: 'tiny' }, { model: 'other' }];
    for (const found of Object.values(await statuses({ model: 'tiny' }, asked)))
      assert.deepEqual(found, [200, 404]);
  });

  it('answers as long as there is credit', async () => {
    const { openai, anthropic } = await statuses({ credit: 1 }, [{}, {}]);
    assert.deepEqual(
      [openai, anthropic],
      [
        [200, 429],
        [200, 400],
      ],
    );
  });

  it('refuses what is longer than the context, which Ollama is asked for', async () => {
    const asked = [{ prompt: 'word '.repeat(100) }, { prompt: 'word '.repeat(4000) }];
    for (const found of Object.values(await statuses({ contextTokens: 200 }, asked)))
      assert.deepEqual(found, [200, 400]);
  });

  it('cuts a long prompt without a word where it is not told otherwise, as Ollama does', async () => {
    const server = await startFakeServer();
    const reply = await fetch(`${server.url}/api/chat`, {
      method: 'POST',
      body: JSON.stringify({
        model: 'tiny',
        messages: [{ role: 'user', content: 'word '.repeat(4000) }],
        stream: false,
        options: { num_ctx: 2048 },
      }),
    });
    const { prompt_eval_count: read } = (await reply.json()) as { prompt_eval_count: number };
    assert.deepEqual([reply.status, read], [200, 2047]);
    await server.close();
  });

  it('takes so many a minute, and says when the next may come', async () => {
    const asked = [{ prompt: '1' }, { prompt: '2' }, { prompt: '3' }];
    const all = await statuses({ limit: { perMinute: 2 } }, asked, (server) => {
      assert.equal(server.stats().overLimit, 1);
      assert.equal(server.stats().answered, 2);
    });
    for (const found of Object.values(all)) assert.deepEqual(found, [200, 200, 429]);
    const server = await startFakeServer({ limit: { perMinute: 1 } });
    const asking = askings.find(({ id }) => id === 'openai') ?? assert.fail();
    const first = await ask(server, asking);
    assert.equal(first.headers.get('x-ratelimit-remaining-requests'), '0');
    const second = await ask(server, asking);
    assert.equal(second.headers.get('retry-after'), '60');
    await server.close();
  });

  it('gives the requests of a minute back one by one', () => {
    let now = 0;
    const limiter = new RateLimiter({ perMinute: 60 }, () => now);
    const admitted = (tries: number): number =>
      Array.from({ length: tries }, () => limiter.admit(0)).filter((each) => each.in).length;
    assert.equal(admitted(100), 60);
    now = 5_000;
    assert.equal(admitted(100), 5);
    now = 10 * 60_000;
    assert.equal(admitted(100), 60);
  });

  it('takes so many at once', async () => {
    const server = await startFakeServer({ limit: { atOnce: 2 }, latency: { medianMs: 30, sigma: 0 } });
    const asking = askings[0] ?? assert.fail();
    const replies = await Promise.all(['1', '2', '3', '4'].map((prompt) => ask(server, asking, { prompt })));
    const found = replies.map((reply) => reply.status).sort((a, b) => a - b);
    assert.deepEqual(found, [200, 200, 429, 429]);
    await server.close();
  });
});

describe("the fault server's latency", () => {
  const spread = (latency: Partial<Latency>): ((share: number) => number) => {
    const whole = { medianMs: 400, sigma: 0.8, seed: 1, ...latency };
    const all = Array.from({ length: 4000 }, (_, i) => latencyOfPrompt(`prompt ${i}`, whole)).sort(
      (a, b) => a - b,
    );
    return (share) => all[Math.floor(share * all.length)] ?? 0;
  };
  const near = (found: number, wanted: number): void =>
    assert.ok(Math.abs(found / wanted - 1) < 0.15, `${found}, not ${wanted}`);

  it('is fixed, even, or has a heavy tail', () => {
    const fixed = spread({ distribution: 'fixed' });
    assert.deepEqual([fixed(0), fixed(0.999)], [400, 400]);
    const uniform = spread({ distribution: 'uniform' });
    near(uniform(0.25), 200);
    near(uniform(0.9), 720);
    const heavy = spread({ distribution: 'heavy' });
    near(heavy(0.5), 400);
    near(heavy(0.9), 400 * 5 ** (1 / 1.5));
  });

  it('has the first piece of a stream before the others', async () => {
    const server = await startFakeServer({ latency: { medianMs: 120, sigma: 0, first: 0.25 } });
    for (const asking of askings.filter(({ streamed }) => streamed)) {
      const start = performance.now();
      const reply = await ask(server, asking);
      const reader = (reply.body ?? assert.fail()).getReader();
      await reader.read();
      const first = performance.now() - start;
      for (let next = await reader.read(); !next.done;) next = await reader.read();
      const whole = performance.now() - start;
      assert.ok(first >= 28 && whole >= 110 && whole - first >= 40, `${asking.id}: ${first} of ${whole}`);
    }
    await server.close();
  });
});
