import { split } from '../../../src/core/chunks/index.js';
import { assertLaws } from './laws.js';

/** A megabyte of each: anything quadratic would run into mocha's time limit. */
const megabyte = 1_000_000;
const fill = (part: string) => part.repeat(Math.ceil(megabyte / part.length));

const texts: Record<string, string> = {
  'one line without a space': fill('a'),
  'one line of emoji joined': fill('👩‍'),
  'one line of combining marks': fill('\u0301'),
  'one line of flags': fill('🇩🇪'),
  'one line of Chinese without a stop': fill('東京都'),
  'spaces only': fill(' '),
  'spaces around one letter': `${fill(' ')}a${fill(' ')}`,
  'line feeds only': fill('\n'),
  'line feeds around one letter': `${fill('\n')}a${fill('\n')}`,
  'hashes in a line': fill('#'),
  'empty headings': fill('#\n'),
  'headings ever deeper': fill('# a\n## b\n### c\n#### d\n##### e\n###### f\n'),
  pipes: fill('|'),
  'lines of pipes': fill('|\n'),
  'delimiter rows': fill('|-|\n'),
  'lists in lists': fill('- '),
  'items ever deeper': Array.from({ length: 1400 }, (_, i) => `${' '.repeat(i)}- a\n`).join(''),
  quotes: fill('>'),
  'quotes in quotes': fill('> > >\n'),
  'a million short lines': fill('a\n'),
  'short items': fill('- a\n'),
  'short paragraphs': fill('a\n\n'),
  'fences never closed': fill('```a\n'),
  'tildes in items, never closed': fill('- ~~~\n'),
  'backticks in a line': fill('`'),
  'comments never closed': fill('<!-- a\n\n'),
  'literal elements never closed': fill('<pre>\n\n'),
  'tags never closed': fill('<a'),
  underlines: fill('a\n=\n'),
  'underlines of nothing': fill('---\n'),
  'front matter never closed': `---\n${fill('a: b\n')}`,
  'full stops': fill('.'),
  'full stops and spaces': fill('. '),
  abbreviations: fill('e.g. '),
  'open brackets': fill('# [[[[\n'),
  'numbered lines': fill('1. A\n\n'),
  'long sentences': fill(`${'word '.repeat(400)}end. `),
  rails: fill('=====\n'),
  'capital lines': fill('CAPITALS HERE\n\n'),
};

describe('split on hostile texts of a megabyte', () => {
  for (const [name, text] of Object.entries(texts)) {
    it(name, () => {
      for (const format of ['markdown', 'plain'] as const) {
        assertLaws(text, split(text, format, { size: 1000, overlap: 200, unit: 'characters' }), 1000);
      }
    });
  }
});
