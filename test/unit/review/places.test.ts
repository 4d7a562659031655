import assert from 'node:assert/strict';
import fc from 'fast-check';
import { passageFor } from '../../../src/extension/review/model/passage.js';
import { nowText, placeOf, standingAt } from '../../../src/extension/review/model/places.js';

const sentence = 'The fee is 40 euros.';
const section = (n: number) =>
  `## Part ${n}\n\nThis is the part on matter ${n}. ${sentence} It is paid at once.`;
const text = [1, 2, 3].map(section).join('\n\n');
const chunkOf = (n: number) => ({ text: section(n), start: text.indexOf(section(n)) });
const spanIn = (chunk: string) => {
  const start = chunk.indexOf(sentence);
  return { start, end: start + sentence.length, quote: sentence };
};

describe('places of evidence', () => {
  it('are those of the chunk, also when its quote stands elsewhere too', () => {
    for (const n of [1, 2, 3]) {
      const chunk = chunkOf(n);
      const span = spanIn(chunk.text);
      assert.deepEqual(placeOf(nowText(text), chunk, span), [
        chunk.start + span.start,
        chunk.start + span.end,
      ]);
    }
  });

  it('follow a chunk that has moved', () => {
    const moved = [3, 1, 2].map(section).join('\n\n');
    const chunk = chunkOf(3);
    assert.equal(standingAt(moved, chunk), 0);
    const span = spanIn(chunk.text);
    assert.deepEqual(placeOf(nowText(moved), chunk, span), [span.start, span.end]);
  });

  it('are near where the chunk was when it has changed', () => {
    const changed = `A long preface. ${'It goes on. '.repeat(30)}\n\n${text.replace('matter 2', 'subject 2')}`;
    const chunk = chunkOf(2);
    const at = placeOf(nowText(changed), chunk, spanIn(chunk.text));
    assert.equal(at?.[0], changed.indexOf(sentence, changed.indexOf('subject 2')));
  });

  it('are found through other white space and marks of emphasis', () => {
    const changed = text
      .replace('matter 2. The fee is', 'matter 2.\nThe **fee**\nis')
      .replaceAll('. The fee is 40 euros.', '.');
    const chunk = chunkOf(2);
    const at = placeOf(nowText(changed), chunk, spanIn(chunk.text));
    assert.equal(at && changed.slice(at[0], at[1]), 'The **fee**\nis 40 euros.');
  });

  it('are none where a word is another, or there is one more, however alike the rest is', () => {
    const old = 'Remote work is an agreed way of organising a job.';
    const chunk = { text: `It says so here. ${old} It is no benefit.`, start: 0 };
    const span = { start: 17, end: 17 + old.length, quote: old };
    const placed = (from: string, to: string) => placeOf(nowText(chunk.text.replace(from, to)), chunk, span);
    for (const [from, to] of [
      ['a job', 'a hobby'],
      ['an agreed', 'an agreed bad'],
      ['work is', 'work was'],
      ['an agreed', 'not an agreed'],
    ] as const) {
      assert.equal(placed(from, to), undefined, to);
    }
    for (const [from, to] of [
      ['Remote work', 'REMOTE\n  work'],
      ['an agreed', 'an **agreed**'],
    ] as const) {
      assert.ok(placed(from, to), to);
    }
  });

  it('are none where a number is another', () => {
    const changed = text.replaceAll('40 euros', '50 euros');
    const chunk = chunkOf(2);
    assert.equal(placeOf(nowText(changed), chunk, spanIn(chunk.text)), undefined);
    const passage = passageFor(changed, chunk, spanIn(chunk.text));
    assert.equal(passage?.[0], changed.indexOf('The fee', chunk.start));
    assert.equal(passage && changed.slice(...passage), 'The fee is 50 euros.');
  });

  it('in long texts are found as quickly, wherever they are', () => {
    const filler = Array.from({ length: 20_000 }, (_, n) => `Line ${n} says nothing of interest.`).join('\n');
    const long = `${filler}\n\n${text}\n\n${filler}`;
    const chunk = { ...chunkOf(2), start: 0 };
    const started = performance.now();
    const at = placeOf(nowText(long), chunk, spanIn(chunk.text));
    assert.equal(at && long.slice(...at), sentence);
    assert.equal(
      placeOf(nowText(long), chunk, { start: 0, end: 9, quote: 'No such words are in it.' })?.[0],
      chunk.start + long.indexOf(section(2)),
    );
    assert.ok(performance.now() - started < 500);
  });

  it('hold the quote wherever text is put in or taken out around it', () => {
    fc.assert(
      fc.property(fc.nat(text.length), fc.string({ maxLength: 40 }), fc.nat(60), (at, added, removed) => {
        const changed = text.slice(0, at) + added + text.slice(at + removed);
        const chunk = chunkOf(2);
        const place = placeOf(nowText(changed), chunk, spanIn(chunk.text));
        if (!changed.includes(sentence)) return;
        assert.ok(place);
        assert.equal(changed.slice(...place), sentence);
      }),
    );
  });
});

describe('the passage that has taken the place of a lost quote', () => {
  const old = {
    start: 0,
    text: 'The lake lay behind a bank of gravel. Reeds filled the lake from its shores. By 1987 it was a fen.',
  };
  const quote = 'Reeds filled the lake from its shores.';
  const span = { start: old.text.indexOf(quote), end: old.text.indexOf(quote) + quote.length, quote };
  const passage = (text: string) => {
    const range = passageFor(text, old, span);
    return range && text.slice(...range);
  };

  it('is what stands between what stood around it', () => {
    const now = 'Willows and alders closed most of the lake. Then came ice.';
    const sedges = ' The roots of the reeds filled the ground below the lake from shore to shore.';
    assert.equal(passage(old.text.replace(quote, now) + sedges), now);
  });

  it('is the sentence that is most like it where more has changed', () => {
    const text =
      'The fen is old. Peat grew over the shores. In time, reeds filled the big lake from its shores. It is dry.';
    assert.equal(passage(text), 'In time, reeds filled the big lake from its shores.');
  });

  it('is none where it was taken out, or nothing is like it', () => {
    assert.equal(passage(old.text.replace(`${quote} `, '')), undefined);
    assert.equal(passage('An essay on trains.'), undefined);
    assert.equal(passage(''), undefined);
  });
});
