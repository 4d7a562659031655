import assert from 'node:assert/strict';
import { RunProgress } from '../../../src/cli/progress.js';
import { createTerminal, table } from '../../../src/cli/terminal.js';
import type { RunEvent } from '../../../src/core/generate.js';

interface Sink {
  text: string;
}

/** A stream that keeps what is written. */
function stream(isTTY: boolean, columns = 80) {
  const sink: Sink = { text: '' };
  const self = {
    isTTY,
    columns,
    writableNeedDrain: false,
    write: (text: string) => {
      sink.text += text;
      return true;
    },
    on: () => self,
    off: () => self,
  };
  return { sink, stream: self as unknown as NodeJS.WriteStream };
}

function terminal({ json = false, live = false, columns = 80 }) {
  const [out, err] = [stream(live, columns), stream(live, columns)];
  return { terminal: createTerminal(json, out.stream, err.stream), out: out.sink, err: err.sink };
}

const hostile = 'a\u001b[2Jb\u009b31m\u202ec\rd';

describe('the terminal', () => {
  it('is not driven by what is shown on it', () => {
    const { terminal: shown, out, err } = terminal({ live: true });
    shown.print(hostile);
    shown.say(`${hostile}\nmore`);
    shown.progress(hostile);
    assert.equal(out.text, 'a\ufffd[2Jb\ufffd31m\ufffdc\ufffdd\n');
    assert.equal(err.text.split('\n').length, 2, 'a message takes more than a line');
    for (const one of ['\u001b[2J', '\u009b', '\u202e']) assert.ok(!err.text.includes(one));
  });

  it('has each result on a line of its own, and texts as they are', () => {
    const { terminal: shown, out } = terminal({});
    shown.print('refused\nmade by  a better tool');
    shown.printText('one\ntwo');
    assert.equal(out.text, 'refused\ufffdmade by  a better tool\none\ntwo\n');
  });

  it('gets JSON lines that lose nothing, and hold no other line end', () => {
    const { terminal: shown, out } = terminal({ json: true });
    const value = { text: `${hostile}\u2028\u0085\u007f\ud800` };
    shown.event(value);
    assert.deepEqual(JSON.parse(out.text), value);
    assert.ok(/^[\x20-\x7e]*\n$/.test(out.text.replaceAll('\\ud800', '')));
  });

  it('gets events with --json only, and messages on stderr', () => {
    const { terminal: shown, out, err } = terminal({});
    shown.event({ type: 'x' });
    shown.say('note');
    assert.deepEqual([out.text, err.text], ['', 'note\n']);
  });

  it('takes the line of progress away before anything else is shown', () => {
    const { terminal: shown, err } = terminal({ live: true, columns: 10 });
    shown.progress('0123456789abc');
    shown.say('next');
    assert.equal(err.text, '012345678\r\u001b[2Knext\n');
  });

  it('sets columns to their widest cell, numbers to the right', () => {
    assert.deepEqual(
      table([
        ['a', '1', 'x'],
        ['long', '1000', ''],
      ]),
      ['a        1  x', 'long  1000'],
    );
  });
});

describe('the progress of a run', () => {
  const asItIs = (path: string) => path;
  const start: RunEvent = { type: 'start', run: 'r', planned: 4, dataset: 'd' };
  const result = (ended: number) =>
    ({
      type: 'result',
      ended,
      planned: 4,
      outcome: 'done',
      result: { pairs: [1, 2] },
      document: 'a',
      chunk: 0,
    }) as unknown as RunEvent;
  const end = (planned: number): RunEvent => ({
    type: 'end',
    how: 'all',
    summary: {
      run: 'r',
      planned,
      done: planned,
      partial: 0,
      empty: 0,
      failed: 0,
      notReached: 0,
      elsewhere: 0,
      pairs: 2 * planned,
      grounding: { supported: 2 * planned, partly: 0, unsupported: 0, unchecked: 0 },
      failures: {},
      usage: {},
      uncounted: planned,
      kept: 0,
      unpriced: planned,
      ms: 75_000,
    },
  });

  it('on a terminal is a bar with rate and time left', async () => {
    const { terminal: shown, err } = terminal({ live: true, columns: 100 });
    const progress = new RunProgress(shown, asItIs);
    progress.show(start);
    assert.match(err.text, /^\[-{20}\] 0 of 4 chunks$/);
    await new Promise((resolve) => setTimeout(resolve, 90));
    progress.show(result(1));
    assert.match(err.text, /\[#{5}-{15}\] 1 of 4 chunks, 2 pairs, \d+\.\d\/s, \d+\.\d s left$/);
    progress.show(result(4));
    assert.match(err.text, /\[#{20}\] 4 of 4 chunks, 4 pairs, \d+\.\d\/s$/);
  });

  it('in a pipe is plain lines, the last one at the end', () => {
    const { terminal: shown, err } = terminal({});
    const progress = new RunProgress(shown, asItIs);
    for (const event of [start, result(1), result(2), result(4)]) progress.show(event);
    assert.match(err.text, /^4 of 4 chunks, 6 pairs, \d+\.\d\/s\n$/);
  });

  it('with --json is events alone', () => {
    const { terminal: shown, out, err } = terminal({ json: true, live: true });
    const progress = new RunProgress(shown, asItIs);
    for (const event of [start, result(4), end(4)]) progress.show(event);
    assert.equal(err.text, '');
    assert.equal(out.text.trimEnd().split('\n').length, 3);
  });

  it('ends with a table, or with "Nothing to do."', () => {
    const [some, none] = [terminal({}), terminal({})];
    new RunProgress(some.terminal, asItIs).show(end(4));
    assert.match(some.err.text, /^planned +4\ndone +4\n[^]*pairs +8 +8 supported\ntime: 1 min\n$/);
    new RunProgress(none.terminal, asItIs).show(end(0));
    assert.equal(none.err.text, 'Nothing to do.\n');
  });
});
