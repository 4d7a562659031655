import assert from 'node:assert/strict';
import fc from 'fast-check';
import { questionTypes } from '../../../src/core/dataset/model.js';
import { askAll } from '../../../src/core/generation/follow-up.js';
import { Talk } from '../../../src/core/generation/talk.js';
import type { Completion, CompletionRequest } from '../../../src/core/providers/provider.js';
import { qa } from '../../../src/core/recipes/index.js';
import { a, ab, b, c, pair, whole } from '../../fixtures/replies/pairs.js';
import { wantedOf } from '../../fixtures/server/prompt.js';
import { qaReply } from '../../fixtures/server/replies.js';
import { scriptedProvider, type Scripted } from '../../fixtures/server/scripted-provider.js';

const settings = { pairsPerChunk: 3, questionTypes };
const input = { chunk: 'd:h:0', text: 'The mill was built in 1823.', heading: ['Mills'] };
const usage = { input: 10, output: 10 };
const said = (text: string, more: Partial<Completion> = {}): Completion => ({
  text,
  model: 'm-1',
  finish: 'stop',
  usage,
  ...more,
});
/** What a reply is that its token limit cut in its third pair. */
const cut = said(whole.slice(0, -60), { finish: 'length' });

async function ask(script: Parameters<typeof scriptedProvider>[0], about = input, signal?: AbortSignal) {
  const provider = scriptedProvider(script);
  const request = { recipe: qa, settings, model: 'm', sampling: {} };
  const talk = new Talk(request, provider, signal ?? new AbortController().signal, false);
  const { reply, error } = await askAll(talk, about);
  const questions = 'pairs' in reply ? reply.pairs.map((made) => made.prompt[0]?.content) : [];
  return { reply, error, questions, spent: talk.spent, calls: provider.calls };
}
const user = (request: CompletionRequest | undefined): string => request?.messages.at(-1)?.content ?? '';
const wanted = (request: CompletionRequest | undefined): number =>
  wantedOf({ format: request?.schema?.schema });

describe('asking again', () => {
  it('names what was wrong with a reply that cannot be used', async () => {
    const { reply, spent, calls } = await ask([said('Here are your pairs!', { reasoning: 'Hm.' }), whole]);
    assert.equal(reply.outcome, 'done');
    assert.deepEqual(spent, {
      model: 'm',
      fallback: undefined,
      usage: { input: 20, output: 20, cachedInput: undefined, reasoning: undefined },
      cost: undefined,
      requests: 2,
      reasoning: 'Hm.',
    });
    assert.doesNotMatch(user(calls[0]), /could not be used/);
    assert.match(user(calls[1]), /Your reply before this could not be used: it was not JSON/);
  });

  it('has a reply that was kept cost nothing, also where the price of its tokens is not known', async () => {
    const kept = said(whole, { usage: { input: 0, output: 0 }, cached: true });
    assert.equal((await ask([kept])).spent.cost, 0);
    assert.equal((await ask([{ ...kept, cached: undefined }])).spent.cost, undefined);
    const bad = said('Sure.', { usage: { input: 0, output: 0 }, cached: true });
    assert.equal((await ask([bad, whole])).spent.cost, undefined);
  });

  it('counts no tokens where those of one request are not known', async () => {
    const { spent } = await ask([
      said('Sure.', { usage: { input: 0, output: 0 } }),
      said(whole, { usage: undefined }),
    ]);
    assert.deepEqual([spent.requests, spent.usage?.input, spent.usage?.output], [2, undefined, undefined]);
  });

  it('is done once, and keeps the last reply', async () => {
    const { reply, calls } = await ask(['{"pairs":[]}', 'Sure thing.', whole]);
    assert.equal(calls.length, 2);
    assert.ok(reply.outcome === 'failed');
    assert.deepEqual([reply.failure.code, reply.failure.reply], ['bad-reply', 'Sure thing.']);
  });

  it('keeps the reply that could not be used where the next request fails', async () => {
    const { reply, error } = await ask(['Sure thing.', { code: 'rate', message: 'Too many requests.' }]);
    assert.ok(reply.outcome === 'failed');
    assert.deepEqual([reply.failure.code, reply.failure.reply, error?.code], ['rate', 'Sure thing.', 'rate']);
  });

  it('asks for fewer pairs where the first grew too long, and says so', async () => {
    const long = said(whole.slice(0, 100), { finish: 'length' });
    const { reply, calls } = await ask([long, ab]);
    assert.deepEqual(calls.map(wanted), [3, 2]);
    assert.ok(reply.outcome === 'partial');
    assert.match(reply.reason ?? '', /^2 of 3 pairs in the end\./);
    assert.equal(reply.cut, undefined);
  });

  it('leaves a refusal alone', async () => {
    const prose = await ask(["I'm sorry, but I can't help with that."]);
    const told = await ask([said('', { finish: 'refused' })]);
    for (const { reply, calls } of [prose, told]) {
      assert.equal(calls.length, 1);
      assert.equal(reply.outcome === 'failed' && reply.failure.code, 'refused');
    }
  });
});

describe('the rest of a reply that was cut', () => {
  it('is asked for, with the questions that are there', async () => {
    const { reply, questions, calls } = await ask([cut, said(JSON.stringify({ pairs: [c], reason: '' }))]);
    assert.equal(reply.outcome, 'done');
    assert.deepEqual(questions, [a.question, b.question, c.question]);
    assert.deepEqual(calls.map(wanted), [3, 1]);
    assert.ok(user(calls[1]).includes(`- ${a.question}\n- ${b.question}`));
  });

  it('does not bring the same question again', async () => {
    const { reply, questions } = await ask([cut, ab]);
    assert.deepEqual(questions, [a.question, b.question]);
    assert.ok(reply.outcome === 'partial' && reply.cut === true);
  });

  it('may not be there: the model’s reason is kept, and a resume does not ask again', async () => {
    const { reply } = await ask([cut, '{"pairs":[],"reason":"Nothing else is said."}']);
    assert.ok(reply.outcome === 'partial');
    assert.equal(reply.cut, undefined);
    assert.match(reply.reason ?? '', /2 of 3 .*cut at its token limit.*says: Nothing else is said/);
  });

  it('keeps the whole pairs where it can’t be had, for a resume to ask again', async () => {
    for (const code of ['cancelled', 'network', 'auth'] as const) {
      const { reply, questions, error } = await ask([cut, { code, message: 'No.' }]);
      assert.deepEqual(questions, [a.question, b.question]);
      assert.ok(reply.outcome === 'partial' && reply.cut === true);
      assert.equal(error, undefined);
    }
  });
});

describe('a chunk that is too long for the model', () => {
  const sentence = (n: number) => `Mill number ${n} on the river was built in ${1800 + n} by its owner.`;
  const text = Array.from({ length: 20 }, (_, n) => sentence(n)).join(' ');
  const long = { ...input, text };
  const takes =
    (most: number) =>
    (request: CompletionRequest): Scripted => {
      const about = request.task?.text ?? '';
      if (about.length > most) return { code: 'context', message: 'Too long.' };
      return qaReply({ messages: request.messages, format: request.schema?.schema });
    };

  it('is asked in parts, which share the pairs', async () => {
    const { reply, calls } = await ask(takes(900), long);
    assert.ok(reply.outcome === 'done');
    assert.equal(reply.pairs.length, 3);
    const parts = calls.slice(1).map((call) => call.task?.text ?? '');
    assert.equal(parts.join(' '), text);
    assert.deepEqual(calls.map(wanted), [3, 2, 1]);
  });

  it('is asked in smaller parts where these are too long as well', async () => {
    const { reply, calls } = await ask(takes(500), long);
    assert.ok('pairs' in reply && reply.pairs.length >= 3);
    const answered = calls.map((call) => call.task?.text ?? '').filter((part) => part.length <= 500);
    assert.equal(answered.join(' '), text);
  });

  it('fails where the prompt alone is too long, without a request for each scrap', async () => {
    const { reply, error, calls } = await ask(takes(0), long);
    assert.equal(reply.outcome === 'failed' && reply.failure.code, 'context');
    assert.equal(error?.code, 'context');
    assert.ok(calls.length <= 6, `${calls.length}`);
  });

  it('stops at once when it is cancelled', async () => {
    const { error, calls } = await ask(
      (request, call) => (call === 1 ? { code: 'cancelled', message: 'Cancelled.' } : takes(900)(request)),
      long,
    );
    assert.deepEqual([error?.code, calls.length], ['cancelled', 2]);
  });
});

it('whatever is answered, pairs are neither lost nor doubled, and the requests are few', async () => {
  const replies: readonly Scripted[] = [
    whole, ab, cut, 'prose', '', '{"pairs":[', '{"pairs":[],"reason":"Nothing here."}',
    pair('What is it?', 'The text does not say.'),
    { code: 'rate', message: 'r' }, { code: 'context', message: 'c' }, { code: 'refused', message: 'f' },
  ]; // prettier-ignore
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...replies), { minLength: 1, maxLength: 12 }),
      async (script) => {
        const text = 'The mill was built in 1823. '.repeat(30);
        const { reply, questions, calls } = await ask(script, { ...input, text });
        assert.equal(new Set(questions).size, questions.length);
        if (reply.outcome === 'done') assert.ok(questions.length >= 3);
        if (reply.outcome === 'partial') assert.ok(reply.reason);
        assert.ok(calls.length <= 24, `${calls.length} requests`);
      },
    ),
    { numRuns: 200 },
  );
});
