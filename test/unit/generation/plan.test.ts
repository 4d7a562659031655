import assert from 'node:assert/strict';
import { fail } from '../../../src/core/outcome.js';
import {
  completion,
  documentOf,
  openMemory,
  planOf,
  run,
  scripted,
  section,
  sections,
} from '../../fixtures/generation.js';

const five = [sections('a.md', 3), sections('b.md', 2)];

async function fiveDone() {
  const dataset = await openMemory();
  await run(await planOf(dataset, five), scripted().provider);
  return dataset;
}

const rate = () => fail({ code: 'rate', message: 'slow down' } as const);

describe('plan', () => {
  it('says what is to be done, and writes nothing', async () => {
    const dataset = await openMemory();
    const { counts, jobs } = await planOf(dataset, five);
    assert.equal(jobs.length, 5);
    assert.deepEqual([counts.documents, counts.chunks, counts.jobs, counts.present], [2, 5, 5, 0]);
    assert.equal(dataset.fold.changes, 0);
  });

  it('finds nothing to do once all is done, whatever the concurrency', async () => {
    const { counts } = await planOf(await fiveDone(), five);
    assert.deepEqual([counts.present, counts.jobs], [5, 0]);
  });

  it('asks the same words under the same headings once', async () => {
    const twice = [documentOf('a.md', section('x', 1)), documentOf('b.md', section('x', 1))];
    const { counts } = await planOf(await openMemory(), twice);
    assert.deepEqual([counts.jobs, counts.repeated], [1, 1]);
  });

  it('says under which document the pairs of words stand that two of them say', async () => {
    const both = `${section('x', 1)}\n\n${section('b', 2)}`;
    const files = [documentOf('a.md', section('x', 1)), documentOf('b.md', both)];
    const dataset = await openMemory();
    const told = async (paths = files) =>
      Array.from((await planOf(dataset, paths)).wanted, ({ document, place, result, under, repeats }) => [
        `${document.input.path} ${place}`,
        under,
        result !== undefined,
        repeats,
      ]);
    assert.deepEqual(await told(), [
      ['a.md 0', 'a.md', false, false],
      ['b.md 0', 'a.md', false, true],
      ['b.md 1', 'b.md', false, false],
    ]);
    await run(await planOf(dataset, files), scripted().provider);
    assert.deepEqual(await told([files[1]!]), [
      ['b.md 0', 'a.md', true, false],
      ['b.md 1', 'b.md', true, false],
    ]);
  });

  it('asks the same words under other headings too, also where a run was cut short between them', async () => {
    const words = 'The bridge was built in 1932. '.repeat(4).trim();
    const long = 'Another paragraph fills the first chunk of its section, up to the end of it, with words. ';
    const text = `# One\n\n${long}${long}\n\n${words}\n\n# Two\n\n${long}Not ${long}\n\n${words}\n`;
    const chunking = { size: 200, overlap: 0, unit: 'characters' } as const;
    const whole = await planOf(await openMemory(), [documentOf('a.md', text)], { chunking });
    assert.ok(whole.jobs.length > 2);
    const dataset = await openMemory();
    const first = await planOf(dataset, [documentOf('a.md', text)], {
      chunking,
      limits: { results: whole.jobs.length - 1 },
    });
    await run(first, scripted().provider);
    const rest = await planOf(dataset, [documentOf('a.md', text)], { chunking });
    assert.deepEqual([rest.counts.jobs, rest.counts.otherSettings], [1, 0]);
  });

  it('takes a document that is named twice once', async () => {
    const { counts } = await planOf(await openMemory(), [sections('a.md', 2), sections('a.md', 2)]);
    assert.equal(counts.chunks, 2);
  });

  it('keeps, adds to or replaces what another model has done', async () => {
    const dataset = await fiveDone();
    const keep = await planOf(dataset, five, { model: 'other' });
    assert.deepEqual([keep.counts.otherModel, keep.counts.jobs], [5, 0]);
    const add = await planOf(dataset, five, { model: 'other', existing: 'add' });
    assert.equal(add.jobs.length, 5);
    const replace = await planOf(dataset, five, { model: 'other', existing: 'replace' });
    await run(replace, scripted().provider);
    assert.equal(dataset.pairs().length, 5);
    assert.equal(dataset.fold.results.size, 10);
  });

  it('never replaces what a person has worked on', async () => {
    const dataset = await fiveDone();
    await dataset.append([{ type: 'edit', pair: dataset.pairs()[0]?.id ?? '', set: { rating: 5 } }]);
    const { counts } = await planOf(dataset, five, { model: 'other', existing: 'replace' });
    assert.deepEqual([counts.otherModel, counts.jobs], [1, 4]);
  });

  it('tells other settings of the same model apart from another model', async () => {
    const { counts } = await planOf(await fiveDone(), five, { settings: { tone: 'warm' } });
    assert.deepEqual([counts.otherSettings, counts.otherModel], [5, 0]);
  });

  it('asks again what failed for the moment, and leaves what would fail again', async () => {
    const dataset = await openMemory();
    const answers = [
      rate(),
      fail({ code: 'refused', message: 'no' } as const),
      completion('x', { finish: 'length' }),
      completion(''),
    ];
    await run(
      await planOf(dataset, five),
      scripted(() => answers.shift() ?? completion('All is well here.')).provider,
      { concurrency: 1 },
    );
    const again = await planOf(dataset, five);
    assert.deepEqual([again.counts.retried, again.counts.failedBefore, again.counts.present], [2, 1, 2]);
    assert.equal((await planOf(dataset, five, { retry: 'all' })).counts.retried, 3);
    assert.equal((await planOf(dataset, five, { retry: 'none' })).jobs.length, 0);
    await run(again, scripted().provider);
    assert.deepEqual(
      dataset
        .results()
        .map((result) => result.outcome)
        .sort(),
      ['done', 'done', 'done', 'empty', 'failed'],
    );
  });

  it('makes failures good with whoever is asked now, beside what others have done of their chunks', async () => {
    const dataset = await openMemory();
    const refusing = scripted(() => fail({ code: 'refused', message: 'no' } as const)).provider;
    const failedOf = (code = 'refused') =>
      new Set(dataset.results().flatMap(({ id, failureCode }) => (failureCode === code ? [id] : [])));
    await run(await planOf(dataset, five, { limits: { firstChunks: 2 } }), refusing);
    await run(await planOf(dataset, five, { model: 'b', existing: 'add' }), scripted().provider);
    assert.deepEqual([failedOf().size, dataset.pairs().length], [2, 5]);
    const makeGood = failedOf();
    const chunks = new Set(dataset.results().flatMap(({ id, inputs }) => (makeGood.has(id) ? inputs : [])));
    const again = (model: string) => planOf(dataset, five, { model, makeGood, limits: { chunks } });
    const done = await again('b');
    assert.deepEqual([done.counts.present, done.counts.jobs], [2, 0]);
    const other = await again('c');
    assert.deepEqual([other.counts.retried, other.counts.jobs], [2, 2]);
    await run(other, refusing);
    assert.equal(failedOf().size, 2, 'the newer failure stands for the older one');
    await run(
      await planOf(dataset, five, { model: 'c', makeGood: failedOf(), limits: { chunks } }),
      scripted().provider,
    );
    assert.deepEqual([failedOf().size, dataset.pairs().length], [0, 7]);
  });

  it('leaves no older failure of a chunk behind where that failed with the one that is asked too', async () => {
    const dataset = await openMemory();
    const refusing = scripted(() => fail({ code: 'refused', message: 'no' } as const)).provider;
    for (const model of ['a', 'b'])
      await run(await planOf(dataset, five, { model, existing: 'add' }), refusing);
    const makeGood = new Set(dataset.results().map(({ id }) => id));
    assert.equal(makeGood.size, 10);
    await run(await planOf(dataset, five, { model: 'b', makeGood }), scripted().provider);
    assert.deepEqual(new Set(dataset.results().map(({ outcome }) => outcome)), new Set(['done']));
  });

  it('keeps to its limits', async () => {
    const dataset = await openMemory();
    const jobs = async (limits: object, seed = 0) =>
      Array.from(
        (await planOf(dataset, five, { limits, seed })).jobs,
        (job) => job.document.input.path + job.place,
      );
    assert.deepEqual(await jobs({ firstChunks: 4 }), ['a.md0', 'a.md1', 'a.md2', 'b.md0']);
    assert.deepEqual(await jobs({ perDocument: 1 }), ['a.md0', 'b.md0']);
    assert.deepEqual(await jobs({ results: 2 }), ['a.md0', 'a.md1']);
    const sample = await jobs({ sample: 3 }, 7);
    assert.equal(sample.length, 3);
    assert.deepEqual(await jobs({ sample: 3 }, 7), sample);
    const samples = new Set(
      await Promise.all([1, 2, 3, 4, 5, 6].map((seed) => jobs({ sample: 3 }, seed).then(String))),
    );
    assert.ok(samples.size > 1);
    const { counts } = await planOf(dataset, five, { limits: { firstChunks: 4, results: 1 } });
    assert.deepEqual([counts.jobs, counts.leftOut], [1, 4]);
  });

  it('cuts a document that is done in part just as before', async () => {
    const prose = Array.from({ length: 60 }, (_, n) => `Rule ${n} has ${'very '.repeat(n % 7)}many words.`);
    const document = documentOf('a.md', prose.join(' '));
    const chunking = { size: 300, overlap: 80, unit: 'characters' } as const;
    const dataset = await openMemory();
    const whole = await planOf(dataset, [document], { chunking });
    await run(await planOf(dataset, [document], { chunking, limits: { sample: 3 } }), scripted().provider);
    const rest = await planOf(dataset, [document], { chunking });
    assert.ok(whole.jobs.length > 6);
    assert.equal(rest.counts.present, 3);
    const places = ({ documents }: typeof whole) =>
      Array.from(documents[0]?.chunks ?? [], ({ start, end, heading }) => ({ start, end, heading }));
    assert.deepEqual(places(rest), places(whole));
  });

  it('keeps the chunks of a changed document that still stand, and asks only for the rest', async () => {
    const dataset = await fiveDone();
    const changed = documentOf(
      'a.md',
      [section('a.md', 0), section('new', 9), section('a.md', 2)].join('\n\n'),
    );
    const planned = await planOf(dataset, [changed, five[1] as (typeof five)[0]]);
    assert.equal(planned.documents[0]?.state, 'changed');
    assert.deepEqual([planned.counts.present, planned.counts.jobs], [4, 1]);
    assert.deepEqual(
      planned.stale.map((stale) => stale.path),
      ['a.md'],
    );
    assert.match(planned.stale[0]?.quote ?? '', /Rule 1 of a\.md/);
  });

  it('finds no stale pair where only the chunking is new', async () => {
    const planned = await planOf(await fiveDone(), five, {
      chunking: { size: 120, overlap: 0, unit: 'characters' },
    });
    assert.ok(planned.jobs.length > 5);
    assert.deepEqual(planned.stale, []);
  });

  it('takes a long document of which every sentence has changed', async () => {
    const dataset = await openMemory();
    await run(await planOf(dataset, [sections('a.md', 600)]), scripted().provider);
    const begun = performance.now();
    const planned = await planOf(dataset, [sections('a.md', 600, 1000)]);
    assert.equal(planned.stale.length, 600);
    assert.ok(performance.now() - begun < 10_000);
  }).timeout(20_000);

  it('follows a document that was moved', async () => {
    const dataset = await fiveDone();
    const read = five[0]?.read as () => ReturnType<(typeof five)[0]['read']>;
    const moved = { path: 'sub/renamed.md', read };
    const planned = await planOf(dataset, [moved], { isGone: (path) => Promise.resolve(path === 'a.md') });
    assert.equal(planned.documents[0]?.state, 'moved');
    assert.equal(planned.jobs.length, 0);
    assert.deepEqual(planned.gone, []);
    await run(planned, scripted().provider);
    assert.deepEqual(
      dataset.documents().map((document) => document.path),
      ['b.md', 'sub/renamed.md'],
    );
    const copied = await planOf(dataset, [{ path: 'copy.md', read }]);
    assert.equal(copied.documents[0]?.state, 'new');
  });

  it('names documents that are gone, and those that can’t be read', async () => {
    const dataset = await fiveDone();
    const unreadable = {
      path: 'c.md',
      read: () => Promise.resolve(fail({ code: 'binary', message: 'c.md is binary.' })),
    };
    const planned = await planOf(dataset, [unreadable], {
      isGone: (path) => Promise.resolve(path === 'b.md'),
    });
    assert.deepEqual(
      planned.gone.map((document) => document.path),
      ['b.md'],
    );
    assert.deepEqual(planned.unreadable, [
      { path: 'c.md', problem: { code: 'binary', message: 'c.md is binary.' } },
    ]);
  });

  it('asks anew when the headings above a chunk change', async () => {
    const dataset = await fiveDone();
    const text = [section('a.md', 0), section('a.md', 1), section('a.md', 2)].join('\n\n');
    const under = documentOf('a.md', `# Annex\n\n${text.replaceAll('# Part', '## Part')}`);
    const planned = await planOf(dataset, [under]);
    assert.equal(planned.jobs.length, 3);
    await run(planned, scripted().provider);
    assert.equal((await planOf(dataset, [under])).jobs.length, 0);
  });
});
