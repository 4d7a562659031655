import assert from 'node:assert/strict';
import { copyFile, readFile, rename, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { generate } from '../../../src/core/generate.js';
import type { RunEvent } from '../../../src/core/generate.js';
import { fail, ok } from '../../../src/core/outcome.js';
import type { Dataset } from '../../../src/core/dataset/dataset.js';
import type { Journal } from '../../../src/core/dataset/journal.js';
import { JournalFile } from '../../../src/node/journal.js';
import { nodeClock } from '../../../src/node/ports.js';
import {
  completion,
  firstSentence,
  openMemory,
  planOf,
  run,
  scripted,
  sections,
  summaryOf,
} from '../../fixtures/generation.js';
import { memoryJournal } from '../../fixtures/memory-journal.js';
import { tempFolder } from '../../fixtures/temp.js';

const problems = (events: readonly RunEvent[]) =>
  events.flatMap((event) => (event.type === 'problem' ? [event.problem] : []));

describe('generate', () => {
  it('makes grounded pairs, and tells each once it is written', async () => {
    const journal = memoryJournal();
    const dataset = await openMemory(journal);
    const planned = await planOf(dataset, [sections('a.md', 3)]);
    for await (const event of generate(planned, {
      ...scripted(),
      concurrency: 2,
      clock: nodeClock,
      app: 'test 1',
    })) {
      if (event.type === 'result') assert.ok(journal.lines.some((line) => line.id === event.result.id));
    }
    const pairs = await Promise.all(dataset.pairs().map((pair) => dataset.pair(pair.id)));
    assert.deepEqual(
      pairs.map((pair) => [pair.completion, pair.verdict, pair.prompt[0]?.content]),
      [0, 1, 2].map((n) => [
        `Rule ${n} of a.md asks for ${n + 2} forms.`,
        'supported',
        `What does Part ${n} say?`,
      ]),
    );
    const [first] = pairs;
    const text = await dataset.chunkText(first?.sources[0]?.chunk ?? '');
    for (const span of first?.sources[0]?.spans ?? [])
      assert.equal(text.slice(span.start, span.end), span.quote);
    assert.ok((first?.sources[0]?.spans.length ?? 0) > 0);
    assert.deepEqual([first?.provider, first?.model], ['scripted', 'm']);
  });

  it('accounts for every chunk, whatever becomes of it', async () => {
    const fates = ['done', 'cut', 'empty', 'throw', 'rate', 'refused', 'bug'] as const;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...fates), { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 1, max: 5 }),
        async (fate, concurrency) => {
          const dataset = await openMemory();
          let n = 0;
          const { provider } = scripted(async (request) => {
            const mine = fate[n++];
            await Promise.resolve();
            if (mine === 'throw') return completion('throw');
            if (mine === 'bug') throw new Error('no such thing');
            if (mine === 'empty') return completion('');
            if (mine === 'rate' || mine === 'refused') return fail({ code: mine, message: mine });
            return completion(firstSentence(request), mine === 'cut' ? { finish: 'length' } : {});
          });
          const events = await run(await planOf(dataset, [sections('a.md', fate.length)]), provider, {
            concurrency,
          });
          const { planned, done, partial, empty, failed, notReached } = summaryOf(events);
          assert.equal(planned, fate.length);
          assert.equal(done + partial + empty + failed + notReached, planned);
          const count = (...names: string[]) => fate.filter((one) => names.includes(one)).length;
          if (notReached === 0) {
            assert.deepEqual(
              [done, partial, empty, failed],
              [count('done'), count('cut'), count('empty'), count('throw', 'bug', 'rate', 'refused')],
            );
          }
          assert.equal(dataset.fold.results.size, planned - notReached);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('keeps the reply of what it could not use', async () => {
    const dataset = await openMemory();
    const { provider } = scripted(() => fail({ code: 'bad-reply', message: 'odd', reply: '<html>' }));
    const events = await run(await planOf(dataset, [sections('a.md', 1)]), provider);
    assert.deepEqual(summaryOf(events).failures, { 'bad-reply': 1 });
    const line = await dataset.result(dataset.results()[0]?.id ?? '');
    assert.deepEqual(line.failure, { code: 'bad-reply', message: 'odd', reply: '<html>' });
  });

  it('starts the next request as soon as one is answered, in the order of the chunks', async () => {
    const started: string[] = [];
    const slow = scripted(async (request) => {
      started.push(firstSentence(request));
      await sleep(started.length === 1 ? 80 : 2);
      return completion(firstSentence(request));
    });
    const dataset = await openMemory();
    await run(await planOf(dataset, [sections('a.md', 12)]), slow.provider, { concurrency: 1 });
    assert.deepEqual(
      started,
      Array.from({ length: 12 }, (_, n) => `Rule ${n} of a.md asks for ${n + 2} forms.`),
    );
  });

  it('writes results that come together at once, and the last ones without a wait', async () => {
    const journal = memoryJournal();
    let writes = 0;
    const counted: Journal = { ...journal, append: (lines) => (writes++, journal.append(lines)) };
    const dataset = await openMemory(counted);
    // A clock that never rings: nothing but the end of the run can make it write.
    const clock = { ...nodeClock, after: () => () => {} };
    const events = await run(await planOf(dataset, [sections('a.md', 8)]), scripted().provider, {
      concurrency: 64,
      clock,
    });
    assert.equal(summaryOf(events).done, 8);
    assert.equal(writes, 2); // the run with its document, the results
  });

  it('cancels what is in flight, keeps what is done, and resumes with the rest', async () => {
    const dataset = await openMemory();
    const cancel = new AbortController();
    let aborted = 0;
    const documents = [sections('a.md', 10)];
    const { provider } = scripted(async (request, signal) => {
      if (dataset.fold.results.size < 3) return completion(firstSentence(request));
      setTimeout(() => cancel.abort(), 5);
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      aborted++;
      return fail({ code: 'cancelled', message: 'cancelled' });
    });
    const events = await run(await planOf(dataset, documents), provider, {
      concurrency: 1,
      signal: cancel.signal,
    });
    const { how, done, notReached } = summaryOf(events);
    assert.deepEqual([how, done + notReached, aborted > 0], ['cancelled', 10, true]);
    const rest = scripted();
    const again = summaryOf(await run(await planOf(dataset, documents), rest.provider));
    assert.deepEqual([again.how, again.done, rest.asked.length], ['all', notReached, notReached]);
    assert.equal(dataset.pairs().length, 10);
  });

  it('stops when nobody listens any more', async () => {
    const dataset = await openMemory();
    const { provider, asked } = scripted(async (request) => {
      await sleep(1);
      return completion(firstSentence(request));
    });
    const planned = await planOf(dataset, [sections('a.md', 50)]);
    for await (const event of generate(planned, {
      provider,
      concurrency: 1,
      clock: nodeClock,
      app: 'test',
    })) {
      if (event.type === 'result') break;
    }
    const until = asked.length;
    await sleep(20);
    assert.ok(asked.length === until && until < 10);
  });

  it('asks no further than its events are read, and goes on when they are', async () => {
    const dataset = await openMemory();
    const { provider, asked } = scripted();
    const planned = await planOf(dataset, [sections('a.md', 400)]);
    let ended = 0;
    for await (const event of generate(planned, {
      provider,
      concurrency: 4,
      clock: nodeClock,
      app: 'test',
    })) {
      if (event.type !== 'result') continue;
      if (ended++ > 0) continue;
      while (asked.length < 256) await sleep(1);
      await sleep(250);
      assert.ok(asked.length < 300, `${asked.length} asked`);
    }
    assert.equal(ended, 400);
  });

  it('stops at once where every other chunk would fail alike, with one message', async () => {
    const dataset = await openMemory();
    const { provider, asked } = scripted(() => fail({ code: 'auth', message: 'The key was refused.' }));
    const events = await run(await planOf(dataset, [sections('a.md', 50)]), provider, { concurrency: 2 });
    assert.equal(summaryOf(events).how, 'stopped');
    assert.ok(asked.length <= 4);
    assert.deepEqual(
      problems(events).map((problem) => problem.code),
      ['auth'],
    );
    assert.equal((await planOf(dataset, [sections('a.md', 50)])).jobs.length, 50);
  });

  it('stops when a server answers nothing but errors, and not because of some', async () => {
    const down = scripted(() => fail({ code: 'server', message: '502' }));
    const stopped = summaryOf(
      await run(await planOf(await openMemory(), [sections('a.md', 99)]), down.provider),
    );
    assert.deepEqual([stopped.how, stopped.failed, stopped.notReached], ['stopped', 0, 99]);
    assert.ok(down.asked.length < 30, String(down.asked.length));
    let n = 0;
    const flaky = scripted((request) =>
      n++ % 2 ? completion(firstSentence(request)) : fail({ code: 'server', message: '502' }),
    );
    const went = summaryOf(
      await run(await planOf(await openMemory(), [sections('a.md', 99)]), flaky.provider),
    );
    assert.deepEqual([went.how, went.notReached], ['all', 0]);
  });

  it('leaves out what has changed since it was planned, and says so once', async () => {
    const dataset = await openMemory();
    const original = sections('a.md', 3);
    let reads = 0;
    const changing = {
      path: 'a.md',
      read: () => (reads++ === 0 ? original.read() : sections('a.md', 3, 7).read()),
    };
    const events = await run(await planOf(dataset, [changing, sections('b.md', 2)]), scripted().provider);
    const { done, notReached } = summaryOf(events);
    assert.deepEqual([done, notReached, problems(events).length], [2, 3, 1]);
    assert.match(problems(events)[0]?.message ?? '', /a\.md has changed/);
  });

  it('does not write to the file of a newer version', async () => {
    const dataset = await openMemory();
    await dataset.append([{ type: 'dataset', version: 99, generation: 1, name: 'x' }]);
    const changes = dataset.fold.changes;
    const events = await run(await planOf(dataset, [sections('a.md', 1)]), scripted().provider);
    assert.equal(summaryOf(events).how, 'stopped');
    assert.match(problems(events)[0]?.message ?? '', /newer Pairsmith/);
    assert.equal(dataset.fold.changes, changes);
  });

  const files: Dataset[] = [];
  afterEach(() => Promise.all(files.splice(0).map((dataset) => dataset.close())));
  const openFile = async (path: string) => {
    const dataset = await openMemory(new JournalFile(path));
    files.push(dataset);
    return dataset;
  };
  const inFile = async () => {
    const path = join(tempFolder(), 'd.pairs.jsonl');
    return { path, dataset: await openFile(path) };
  };

  it('goes on in the file that took the dataset’s place in mid-run, and loses no result', async () => {
    const { path, dataset } = await inFile();
    const documents = [sections('a.md', 20)];
    await run(await planOf(dataset, documents, { limits: { results: 5 } }), scripted().provider);
    await copyFile(path, `${path}.branch`);
    let n = 0;
    const { provider, asked } = scripted(async (request) => {
      if (n++ === 6) await rename(`${path}.branch`, path); // as git does
      return completion(firstSentence(request));
    });
    const events = await run(await planOf(dataset, documents), provider);
    assert.ok(problems(events).some((problem) => problem.code === 'replaced'));
    assert.equal(summaryOf(events).done, 15);
    assert.equal(asked.length, 15);
    const now = await openFile(path);
    assert.equal(now.report.badCount, 0);
    for (const pair of now.pairs()) assert.ok((await now.chunkText(pair.chunks[0] ?? '')).includes('Rule'));
    const rest = await planOf(now, documents);
    assert.equal(rest.counts.present + rest.jobs.length, 20);
    assert.ok(rest.counts.present >= 5 + 8);
  });

  it('makes the file anew when it was deleted in mid-run', async () => {
    const { path, dataset } = await inFile();
    let n = 0;
    const { provider } = scripted(async (request) => {
      if (n++ === 6) await unlink(path);
      return completion(firstSentence(request));
    });
    const events = await run(await planOf(dataset, [sections('a.md', 20)]), provider, { concurrency: 1 });
    assert.equal(summaryOf(events).done, 20);
    const now = await openFile(path);
    assert.deepEqual([now.report.badCount, now.documents().length, now.runs().length], [0, 1, 1]);
    assert.ok(now.pairs().length >= 12);
  });

  it('lets two runs share the work of one dataset', async () => {
    const { path, dataset } = await inFile();
    const documents = [sections('a.md', 100)];
    const other = await openFile(path);
    const slow = () =>
      scripted(async (request) => {
        await sleep(3);
        return completion(firstSentence(request));
      });
    const [one, two] = [slow(), slow()];
    const both = await Promise.all([
      run(await planOf(dataset, documents), one.provider),
      run(await planOf(other, documents), two.provider),
    ]);
    for (const events of both) {
      const { how, done, notReached, elsewhere, pairs } = summaryOf(events);
      assert.deepEqual([how, done, notReached, pairs + elsewhere], ['all', 100, 0, 100]);
    }
    // What both have in flight before they see each other is done twice; the rest is shared.
    assert.ok(one.asked.length + two.asked.length < 140, `${one.asked.length} and ${two.asked.length}`);
    const now = await openFile(path);
    assert.deepEqual([now.report.badCount, now.pairs().length], [0, 100]);
    assert.ok(!(await readFile(path, 'utf8')).includes('\n\n'));
  });

  it('tries again while the disk is full, and stops with a clear message when it stays so', async () => {
    let now = 0;
    const clock = { ...nodeClock, now: () => now, sleep: (ms: number) => ((now += ms), Promise.resolve()) };
    const full = fail({ code: 'disk-full', message: 'No space left.' } as const);
    const brokenFor = (times: number): Journal => {
      const journal = memoryJournal();
      const { append } = journal;
      let appends = 0;
      journal.append = (lines) => (appends++ >= 3 && times-- > 0 ? Promise.resolve(full) : append(lines));
      return journal;
    };
    const freed = await openMemory(brokenFor(4));
    const went = await run(await planOf(freed, [sections('a.md', 9)]), scripted().provider, {
      clock,
      concurrency: 1,
    });
    assert.deepEqual([summaryOf(went).how, summaryOf(went).done], ['all', 9]);
    const stays = await openMemory(brokenFor(1e9));
    const ended = await run(await planOf(stays, [sections('a.md', 9)]), scripted().provider, {
      clock,
      concurrency: 1,
    });
    assert.equal(summaryOf(ended).how, 'stopped');
    assert.match(problems(ended).at(-1)?.message ?? '', /No space left/);
    assert.equal(ok(summaryOf(ended)).value.done, stays.pairs().length);
  });

  it('stops where the dataset’s file is gone each time that it is looked for', async () => {
    let now = 0;
    const clock = { ...nodeClock, now: () => now, sleep: (ms: number) => ((now += ms), Promise.resolve()) };
    const journal = memoryJournal();
    const { append } = journal;
    let appends = 0;
    // As a link into a disk that is no longer there
    const gone = fail({ code: 'replaced', message: 'The file is gone.' } as const);
    journal.append = (lines) => (appends++ >= 3 ? Promise.resolve(gone) : append(lines));
    const dataset = await openMemory(journal);
    const events = await run(await planOf(dataset, [sections('a.md', 9)]), scripted().provider, {
      clock,
      concurrency: 1,
    });
    assert.equal(summaryOf(events).how, 'stopped');
    assert.match(problems(events).at(-1)?.message ?? '', /The file is gone/);
    assert.ok(appends < 50, String(appends));
    assert.equal(problems(events).length, 3); // that it goes on, that it tries again, that it stops
  });

  for (const [what, provider] of [
    ['a reply', scripted().provider],
    ['a failure', scripted(() => fail({ code: 'network', message: 'No answer.' })).provider],
  ] as const) {
    it(`ends where ${what} can't be written because of a bug`, async () => {
      const journal = memoryJournal();
      const { append } = journal;
      journal.append = (lines) => {
        if (lines.some(({ type }) => type === 'result')) throw new Error('a bug');
        return append(lines);
      };
      const dataset = await openMemory(journal);
      const events = await run(await planOf(dataset, [sections('a.md', 3)]), provider);
      assert.equal(summaryOf(events).how, 'stopped');
      assert.match(problems(events).at(-1)?.message ?? '', /inside Pairsmith: a bug/);
    });
  }
});
