import assert from 'node:assert/strict';
import { split } from '../../../src/core/chunks/index.js';

/** The heading path that each `@` stands under. */
function pathsOf(text: string, format: 'markdown' | 'plain'): string[] {
  const filled = text.replaceAll('@', `@${' word'.repeat(20)}.`);
  const chunks = split(filled, format, { size: 130, overlap: 0, unit: 'characters' });
  return chunks
    .filter(({ start, end }) => filled.slice(start, end).includes('@'))
    .map(({ heading }) => heading.join(' > '));
}

describe('headings of Markdown', () => {
  const check = (name: string, text: string, ...paths: string[]) =>
    it(name, () => assert.deepEqual(pathsOf(text, 'markdown'), paths));

  check(
    'nest by level',
    '# A\n\n@\n\n## B\n\n@\n\n#### C\n\n@\n\n## D\n\n@\n\n# E\n\n@',
    'A',
    'A > B',
    'A > B > C',
    'A > D',
    'E',
  );
  check(
    'end with any number of signs',
    '# A #\n\n@\n\n# B####\n\n@\n\n## C ###  \n\n@',
    'A',
    'B####',
    'B#### > C',
  );
  check('lose their marks', '# The `x` of **B_c** [d](http://e.org) {#f}\n\n@', 'The x of B_c d');
  check('may be underlined', 'A\n=\n\n@\n\nB\nc\n---\n\n@', 'A', 'A > B c');
  check('may follow each other', '# A\n\n## B\n\n@\n\n## C\n\n@', 'A > B', 'A > C');
  check('need a space and at most six signs', '# A\n\n@\n\n#B\n\n@\n\n####### C\n\n@', 'A', 'A', 'A');
  check('stand close to their text', '# A\n@\n## B\n@', 'A', 'A > B');
  check('are none in a fence', '# A\n\n```sh\n# B\n```\n\n@\n\n~~~\n## C\n```\n# D\n~~~\n@', 'A', 'A');
  check('are none in a fence that is an item', '# A\n\n- x\n\n  ```\n  # B\n  ```\n\n@', 'A');
  check('come after a fence that its list ends', '- ```\n  # B\n  @\n\n# C\n\n@', '', 'C');
  check('are none in indented code', '# A\n\n    # B\n\n@', 'A');
  check('are none in comments', '# A\n\n<!--\n# B\n-->\n\n@', 'A');
  check('are none in front matter, but for its title', '---\ntitle: "X"\n# B\n---\n\n# A\n\n@', 'X > A');
  check(
    'are not said twice where the title is the first heading',
    '---\ntitle: A\n---\n\n# A\n\n@\n\n## B\n\n@',
    'A',
    'A > B',
  );
  check('are none after a rule at the start', '---\n\n@\n\n---\n\n@', '', '');
  check('are none over the rows of a table', '# A\n\n| b | c |\n|---|---|\n| d | e |\n\n@', 'A');
});

describe('headings of plain text', () => {
  const check = (name: string, text: string, ...paths: string[]) =>
    it(name, () => assert.deepEqual(pathsOf(text, 'plain'), paths));

  check(
    'may be underlined',
    'Title\n=====\n\n@\n\nPart\n----\n@\n\nNext\n----\n\n@',
    'Title',
    'Title > Part',
    'Title > Next',
  );
  check(
    'may have lines above and below',
    '=====\nTitle\n=====\n\n@\n\nPart\n====\n\n@',
    'Title',
    'Title > Part',
  );
  check(
    'may be numbered',
    '1. Scope\n\n@\n\n1.1 Who\n\n@\n\n2. Terms\n\n@',
    '1. Scope',
    '1. Scope > 1.1 Who',
    '2. Terms',
  );
  check('are not the items of a list', '1. Milk\n\n2. Eggs\n\n3. Bread\n\n@', '');
  check('may be in capitals', 'INTRODUCTION\n\n@\n\nWHAT COMES NEXT\n\n@', 'INTRODUCTION', 'WHAT COMES NEXT');
  check(
    'may be chapters',
    'PART II\n\nCHAPTER 4\n\n@\n\nChapter V. The Storm\n\n@',
    'PART II > CHAPTER 4',
    'PART II > Chapter V. The Storm',
  );
  check(
    'may be the title on the first line',
    '\nFive Days Away\n\n@\n\nPACKING\n\n@',
    'Five Days Away',
    'Five Days Away > PACKING',
  );
  check(
    'may be the lines of a title: whose it is, and what',
    'ARDA TOOLS, INC.\nLetter to Shareholders, Third Quarter\n\n@\n\n1. Outlook\n\n@',
    'ARDA TOOLS, INC.: Letter to Shareholders',
    'ARDA TOOLS, INC.: Letter to Shareholders > 1. Outlook',
  );
  check('may be a title over a date', 'Arda Town Council\n3 March 2025\nRoom 2\n\n@', 'Arda Town Council');
  check(
    'may be a headline of up to fifteen words',
    'Ferry to Skerry saved for two years as the council backs a late deal\n\n@',
    'Ferry to Skerry saved for two years as the council backs a late deal',
  );
  check('are no fields and no wrapped lines', 'Owner: Ada Skerry\nDate: May\n\n@', '');
  check(
    'are no lines that go on as sentences do',
    'We took the ferry that night. The plan had been\nTo catch the bus at four and go home.\n\n@',
    '',
  );
  check('are no greetings and no first lines of a letter', 'Dear Ms Smith\n\n@', '');
  check('are no first lines of a paragraph', 'Five days of weather\non the islands\n\n@', '');
  check('are no short lines as such', 'Hello there\n\n@\n\nTOO LOUD!\n\n@\n\n# Not here\n\n@', '', '', '');
});
