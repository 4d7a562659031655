import assert from 'node:assert/strict';
import { nextSentence } from '../../../src/core/chunks/sentences.js';

function sentencesOf(text: string): string[] {
  const found: string[] = [];
  for (let at = 0; at < text.length;) {
    const next = nextSentence(text, at, text.length);
    found.push(text.slice(at, next).trim());
    at = next;
  }
  return found;
}

/** Each line has its sentences parted by a bar. */
const cases = `
The pump is cold. | Switch it on! | Does it run? | Yes.
Dr. Osei met Mrs. Lindqvist and Prof. Ito. | They agreed.
J. R. Patel wrote it. | The rest followed.
Use metals, e.g. copper or i.e. brass. | Not tin.
It has paint, tools, etc. | The rest is missing.
It weighs 3.5 kg. | It costs 1.200,50 in all.
See Fig. 3 and pp. 12 to 14 of vol. 2. | Then stop.
He said no. | She said yes.
In the U.S. a permit is needed. | Elsewhere it is not.
"Is it done?" she asked. | "It is."
"It is done." | She left.
(It was closed.) | It opened later.
He waited… and waited. | Then he left.
It ended in 2019. | The next began in 2021.
Really?! | Yes!! | Good.
今日は寒い。 | 明日は暖かい！ | 本当ですか？ | はい。
「寒い。」 | 彼は言った。
यह पंप है। | वह वाल्व है।
هل هو بارد؟ | نعم.
**Bold end.** | Plain start.
Visit example.org for v1.2.3 of it. | Thanks.
It opened on Jan. 5 at noon. | It closed in Jan. | Nobody came.
Er wohnt z.B. in Köln. | Dort ist es schön.
`;

describe('nextSentence', () => {
  for (const line of cases.trim().split('\n')) {
    it(line, () => {
      const wanted = line.split(/ \| /);
      assert.deepEqual(sentencesOf(wanted.join(' ')), wanted);
    });
  }

  it('goes on over the end of a wrapped line', () => {
    assert.deepEqual(sentencesOf('It\nis so.\nNext\none.'), ['It\nis so.', 'Next\none.']);
  });

  it('takes the number of a list for no sentence', () => {
    assert.deepEqual(sentencesOf('1. Open the valve. Wait.'), ['1. Open the valve.', 'Wait.']);
  });

  it('gives the end where no sentence starts', () => {
    assert.equal(nextSentence('No stop at all', 0, 14), 14);
    assert.equal(nextSentence('Cut. Here', 0, 4), 4);
  });
});
