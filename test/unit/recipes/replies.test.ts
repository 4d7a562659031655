import assert from 'node:assert/strict';
import { qa, type QaSettings } from '../../../src/core/recipes/index.js';
import type { Completion } from '../../../src/core/providers/provider.js';
import type { RecipeInput, RecipeReply } from '../../../src/core/recipes/recipe.js';
import { questionTypes } from '../../../src/core/dataset/model.js';
import { corpus } from '../../fixtures/replies/corpus.js';
import { a } from '../../fixtures/replies/pairs.js';

const settings: QaSettings = { pairsPerChunk: 3, questionTypes };
const input: RecipeInput = { chunk: 'd:h:0', text: 'The mill was built in 1823.', heading: [] };

const read = (text: string, finish: Completion['finish'] = 'stop'): RecipeReply =>
  qa.reply({ text, model: 'm', finish }, input, settings);

describe('replies as models write them', () => {
  for (const { name, reply, finish, outcome, questions, answers, code, cut, says } of corpus) {
    it(name, () => {
      const result = read(reply, finish);
      assert.equal(result.outcome, outcome, JSON.stringify(result));
      const pairs = 'pairs' in result ? result.pairs : [];
      if (questions)
        assert.deepEqual(
          pairs.map((pair) => pair.prompt[0]?.content),
          questions,
        );
      if (answers)
        assert.deepEqual(
          pairs.map((pair) => pair.completion),
          answers,
        );
      if (code) assert.equal('failure' in result && result.failure.code, code);
      assert.equal('cut' in result && result.cut === true, cut === true);
      const words =
        'failure' in result ? result.failure.message : ('reason' in result && result.reason) || '';
      if (says) assert.match(words, says);
    });
  }

  it('gives each pair its quotes, its kind and its chunk', () => {
    const result = read(JSON.stringify({ pairs: [a], reason: '' }));
    assert.ok('pairs' in result);
    assert.deepEqual(result.quotes, [a.quotes]);
    assert.deepEqual(result.pairs[0], {
      prompt: [{ role: 'user', content: a.question }],
      completion: a.answer,
      questionType: 'factual',
      sources: [{ chunk: 'd:h:0', spans: [] }],
    });
  });

  it('takes evidence for quotes, as the built-in generator calls them', () => {
    const { quotes: evidence, ...rest } = a;
    const result = read(JSON.stringify({ pairs: [{ ...rest, evidence }] }));
    assert.deepEqual('quotes' in result && result.quotes, [a.quotes]);
  });

  it('takes what a body says of itself for an answer, and what a model declines for a refusal', () => {
    const of = (answer: string) => read(JSON.stringify({ pairs: [{ ...a, answer }], reason: '' })).outcome;
    assert.equal(of('We cannot accept encyclopaedias or anything that smells of damp.'), 'partial');
    for (const answer of ['I cannot accept that.', 'We cannot help with that.'])
      assert.equal(of(answer), 'failed');
  });

  it('keeps a reply that cannot be used, up to 20,000 characters, safe to write', () => {
    const result = read(`\0 \ud800 ${'x'.repeat(50_000)}`);
    assert.ok('failure' in result);
    assert.equal(result.failure.reply?.length, 20_000);
    assert.ok(result.failure.reply.startsWith('\ufffd \ufffd x'));
  });

  it('takes each first half of a reply for whole pairs alone', () => {
    const text = JSON.stringify({ pairs: [a, { ...a, question: 'Who built the Harrow mill?' }], reason: '' });
    for (let end = 0; end < text.length; end++) {
      const result = read(text.slice(0, end), 'length');
      for (const pair of 'pairs' in result ? result.pairs : []) assert.equal(pair.completion, a.answer);
      assert.notEqual(result.outcome, 'empty');
    }
  });
});

describe('hostile replies of a megabyte', () => {
  const size = 1_000_000;
  const bits = [
    '[', '{', '{"a":', '{"pairs":[', '{"question":"', '"', '\\', '\\"', '```', '```json\n{', '<think>', '</think>', ' ', '\n',
    '{"a"}', '[{}]', '{} ', '{"question":"a b c?","answer":"d"}', '{question:', '{ ', '[[],', '"{', '\\u', '\f', '{a ', '[1]', 'a',
    '{"pairs":[{"question":"x "y" z",', '{"q":1}{', "{'", '</', '\ud800', '{"pairs":"[\\"', '{"question 1":"a b c?","answer 1":"d"},',
  ]; // prettier-ignore
  for (const bit of bits) {
    it(JSON.stringify(bit), () => {
      for (const [head, finish] of [
        ['', 'stop'],
        ['{"pairs":[', 'length'],
        ['x {"pairs":[{"question":"', 'stop'],
      ] as const) {
        const text = head + bit.repeat(Math.ceil(size / bit.length));
        const start = performance.now();
        read(text, finish);
        const took = performance.now() - start;
        assert.ok(took < 1500, `${head}: ${took} ms`);
      }
    });
  }
});
