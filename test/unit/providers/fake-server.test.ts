import assert from 'node:assert/strict';
import { questionTypes } from '../../../src/core/dataset/model.js';
import { createOpenai } from '../../../src/core/providers/openai.js';
import { qa, type QaSettings } from '../../../src/core/recipes/index.js';
import { startFakeServer } from '../../fixtures/server/fake-server.js';
import { plannedFault, type FaultPlan } from '../../fixtures/server/faults.js';
import { latencyMs, latencyOfPrompt, listSchedule, usualLatency } from '../../fixtures/server/latency.js';

const settings: QaSettings = { pairsPerChunk: 2, questionTypes };
const never = new AbortController().signal;

describe('the fake server', () => {
  it('answers with pairs that quote the text of the prompt, faults of the model apart', async () => {
    const server = await startFakeServer();
    const provider = createOpenai({ baseUrl: `${server.url}/v1` });
    const text = 'The mill was built in 1823 by a miller. It ground flour for sixty years!';
    const input = { chunk: 'c', text, heading: [] };
    const { messages, schema } = qa.request(input, settings);
    const outcomes: string[] = [];
    server.next('ok', 'broken', 'truncated', 'refusal', 'huge');
    for (let i = 0; i < 5; i++) {
      const result = await provider.complete(
        { model: 'm', messages, schema, sampling: {}, sample: 0 },
        never,
      );
      assert.ok(result.ok);
      const reply = qa.reply(result.value, input, settings);
      outcomes.push('failure' in reply ? reply.failure.code : reply.outcome);
      if (i === 0)
        assert.deepEqual('quotes' in reply && reply.quotes, [[text.slice(0, 39)], [text.slice(40)]]);
    }
    assert.deepEqual(outcomes, ['done', 'done', 'partial', 'refused', 'cut']);
    assert.deepEqual(server.stats().mostPerPrompt, 5);
    await server.close();
  });

  it('takes as long for a request as its seed says, whoever asks', async () => {
    const body = { messages: [{ role: 'user', content: 'Hello.' }] };
    assert.equal(latencyMs(body), latencyMs({ ...body, model: 'other' }));
    assert.notEqual(latencyMs(body), latencyMs(body, { ...usualLatency, seed: 2 }));
    const all = Array.from({ length: 4000 }, (_, i) => latencyOfPrompt(`prompt ${i}`, usualLatency)).sort(
      (x, y) => x - y,
    );
    const at = (share: number): number => all[Math.floor(share * all.length)] ?? 0;
    assert.ok(Math.abs(at(0.5) / 400 - 1) < 0.1, String(at(0.5)));
    assert.ok(Math.abs(Math.log(at(0.841) / at(0.5)) / 0.8 - 1) < 0.1);

    const server = await startFakeServer({ latency: { medianMs: 20 } });
    const start = performance.now();
    await fetch(`${server.url}/v1/chat/completions`, { method: 'POST', body: JSON.stringify(body) });
    assert.ok(performance.now() - start >= (server.latencies()[0] ?? 0) - 2);
    await server.close();
  });

  it('plans the same faults for the same seed, in the shares that were asked for', () => {
    const plan: FaultPlan = { shares: { rate: 0.2, reset: 0.1 }, seed: 3 };
    const faults = Array.from({ length: 3000 }, (_, i) => plannedFault(plan, `prompt ${i}`, 0));
    assert.deepEqual(
      faults,
      Array.from({ length: 3000 }, (_, i) => plannedFault(plan, `prompt ${i}`, 0)),
    );
    const share = (name?: string): number => faults.filter((fault) => fault === name).length / faults.length;
    assert.ok(Math.abs(share('rate') - 0.2) < 0.03);
    assert.ok(Math.abs(share('reset') - 0.1) < 0.03);
    assert.equal(plannedFault(plan, 'any', 2), undefined);

    const steady: FaultPlan = { shares: { reset: 0.5, refusal: 0.5 }, seed: 3, steady: true };
    const later = [2, 3, 4].map((attempt) =>
      Array.from({ length: 200 }, (_, i) => plannedFault(steady, `prompt ${i}`, attempt)),
    );
    assert.deepEqual(later[1], later[0]);
    assert.deepEqual(later[2], later[0]);
    assert.deepEqual(new Set(later[0]), new Set(['refusal', undefined]));
  });

  it('knows when a list of jobs would be done', () => {
    assert.equal(listSchedule([3, 1, 1, 1], 2), 3);
    assert.equal(listSchedule([1, 1, 1, 3], 2), 4);
  });
});
