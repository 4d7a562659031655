import assert from 'node:assert/strict';
import { startFakeServer, type FakeServer } from '../../fixtures/server/fake-server.js';
import { faultNames, isModelFault, type FaultName, type WireFault } from '../../fixtures/server/faults.js';
import { ask, askings, piecesIn, type Asking, type Said } from './asking.js';

/** What a fault is like over plain HTTP: a status, a body, an end. */
type Seen = (reply: Response, asking: Asking) => void | Promise<void>;

const status =
  (code: number, more?: (reply: Response, asking: Asking) => void): Seen =>
  async (reply, asking) => {
    assert.equal(reply.status, code);
    more?.(reply, asking);
    const body = JSON.parse(await reply.text()) as { error: unknown };
    assert.ok(body.error);
  };

/** Some of the body came, then the connection broke or stood still. */
const half =
  (end: 'breaks' | 'stands still'): Seen =>
  async (reply) => {
    assert.equal(reply.status, 200);
    const reader = (reply.body ?? assert.fail()).getReader();
    const first = await reader.read();
    assert.ok((first.value?.byteLength ?? 0) > 0);
    if (end === 'breaks') return assert.rejects(async () => void (await reader.read()));
    const more = await Promise.race([reader.read(), soon('nothing')]);
    assert.equal(more, 'nothing');
    return reader.cancel();
  };

const soon = <T>(value: T): Promise<T> => new Promise((resolve) => setTimeout(resolve, 25, value));

const says = async (reply: Response, asking: Asking): Promise<Said> => {
  assert.equal(reply.status, 200);
  return asking.read(piecesIn(asking, await reply.text()));
};

/** Not to be read as the protocol has it. */
const unreadable: Seen = async (reply, asking) => {
  assert.equal(reply.status, 200);
  const text = await reply.text();
  assert.throws(() => piecesIn(asking, text));
};

const wire: Record<Exclude<WireFault, 'reset' | 'hang'>, Seen> = {
  rate: status(429, ({ headers }) => assert.equal(headers.get('retry-after'), null)),
  'rate-after': status(429, ({ headers }) => assert.equal(headers.get('retry-after'), '1')),
  'rate-date': status(429, ({ headers }) => {
    const wait = Date.parse(headers.get('retry-after') ?? '') - Date.now();
    assert.ok(wait > 900 && wait <= 2000, String(wait));
  }),
  'rate-ms': status(429, ({ headers }) => assert.equal(headers.get('retry-after-ms'), '1000')),
  'rate-own': async (reply, asking) => {
    assert.equal(reply.status, 429);
    const { headers } = reply;
    const body = await reply.text();
    if (asking.id === 'openai') assert.equal(headers.get('x-ratelimit-reset-requests'), '1000ms');
    if (asking.id === 'anthropic') assert.ok(headers.get('anthropic-ratelimit-requests-reset'));
    if (asking.id === 'gemini') assert.match(body, /RetryInfo","retryDelay":"1s"/);
  },
  server: status(500),
  'bad-gateway': async (reply) => {
    assert.equal(reply.status, 502);
    assert.match(await reply.text(), /^<html>/);
  },
  unavailable: status(503),
  overloaded: status(529),
  'bad-key': status(401),
  'no-model': status(404),
  'no-credit': async (reply) => {
    assert.ok([400, 402, 429].includes(reply.status));
    assert.match(await reply.text(), /current quota|credit/);
  },
  'too-long': status(400),
  torn: half('breaks'),
  'hang-headers': async (reply) => {
    assert.equal(reply.status, 200);
    const reader = (reply.body ?? assert.fail()).getReader();
    assert.equal(await Promise.race([reader.read(), soon('nothing')]), 'nothing');
    await reader.cancel();
  },
  stall: half('stands still'),
  'cut-off': async (reply, asking) => {
    const text = await reply.text();
    if (!asking.streamed) assert.throws(() => JSON.parse(text) as unknown);
    else assert.doesNotMatch(text, /\[DONE\]|message_stop|"done":true|finishReason/);
  },
  garbled: unreadable,
  'stream-error': async (reply, asking) => {
    assert.equal(reply.status, 200);
    const pieces = piecesIn(asking, await reply.text());
    assert.ok('error' in (pieces.at(-1) as object));
    assert.equal(pieces.length > 1, asking.streamed);
  },
  drip: async (reply, asking) => {
    const reader = (reply.body ?? assert.fail()).getReader();
    let drops = 0;
    let text = '';
    const decoder = new TextDecoder();
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      drops++;
      text += decoder.decode(next.value, { stream: true });
    }
    assert.ok(drops >= 5, String(drops));
    assert.equal(asking.read(piecesIn(asking, text)).text, 'A naïve 🏭.');
  },
  endless: async (reply) => {
    const reader = (reply.body ?? assert.fail()).getReader();
    let bytes = 0;
    while (bytes < 300_000) {
      const next = await reader.read();
      assert.ok(!next.done);
      bytes += next.value.byteLength;
    }
    await reader.cancel();
  },
  'content-type': async (reply) => {
    assert.equal(reply.status, 200);
    assert.equal(reply.headers.get('content-type'), 'text/html');
    await reply.text();
  },
  empty: async (reply) => assert.equal((await reply.text()).length + reply.status, 200),
};

describe('the fault server', () => {
  for (const asking of askings) {
    describe(`speaking ${asking.id}, ${asking.streamed ? 'streamed' : 'whole'}`, () => {
      let server: FakeServer;
      before(async () => {
        server = await startFakeServer({ answer: () => 'A naïve 🏭.' });
      });
      after(() => server.close());

      it('answers', async () => {
        const { text, finish } = await says(await ask(server, asking), asking);
        assert.equal(text, 'A naïve 🏭.');
        assert.match(finish ?? '', /^(stop|end_turn|STOP)$/);
      });

      for (const [name, check] of Object.entries(wire)) {
        it(name, async () => {
          server.next(name as FaultName);
          const google = name === 'bad-key' && asking.id === 'gemini';
          await (google ? status(400) : check)(await ask(server, asking), asking);
        });
      }

      it('reset', async () => {
        server.next('reset');
        await assert.rejects(ask(server, asking));
      });

      it('hang', async () => {
        server.next('hang');
        const abort = new AbortController();
        const answer = ask(server, asking, { signal: abort.signal });
        assert.equal(await Promise.race([answer, soon('nothing')]), 'nothing');
        abort.abort();
        await assert.rejects(answer);
      });

      it('spoils the answer', async () => {
        const qa = await startFakeServer();
        const said: Partial<Record<FaultName, Said>> = {};
        for (const name of faultNames.filter(isModelFault)) {
          qa.next(name);
          said[name] = await says(await ask(qa, asking), asking);
        }
        await qa.close();
        const { truncated, stump, broken, refusal, declined, huge } = said;
        const json = (answer?: Said): boolean => {
          try {
            JSON.parse(answer?.text ?? '');
            return true;
          } catch {
            return false;
          }
        };
        assert.deepEqual([truncated, stump, broken, huge].map(json), [false, false, false, false]);
        assert.match(truncated?.finish ?? '', /length|max_tokens|MAX_TOKENS/);
        assert.match(stump?.finish ?? '', /stop|end_turn|STOP/);
        assert.match(broken?.text ?? '', /```json/);
        assert.match(refusal?.text ?? '', /^I'm sorry/);
        assert.equal(asking.id === 'ollama' || /refusal|SAFETY/.test(declined?.finish ?? ''), true);
        assert.ok((huge?.text.length ?? 0) > 1_000_000);
      });
    });
  }
});
