import assert from 'node:assert/strict';
import { faultOf } from '../../../src/core/providers/builtin/checks.js';
import { generatePairs } from '../../../src/core/providers/builtin/index.js';
import { parseBlocks } from '../../../src/core/providers/builtin/text/blocks.js';
import { candidate } from '../../fixtures/candidate.js';

/** Pairs that look whole, and whose answer does not reply to their question. */
const refused: readonly (readonly [name: string, question: string, answer: string])[] = [
  [
    'why, without a reason',
    'Why should you cut a strip of card?',
    'Cut a strip of card as wide as the block is.',
  ],
  [
    'why, with the reason of something else',
    'Why will the show be in the old factory?',
    'The show will be in the old factory and, because it has no seats, people will walk about.',
  ],
  ['when, without a time', 'When is the pump painted green?', 'The pump is painted green.'],
  [
    'when, of a time long past',
    'When is Ferrand giving up as treasurer?',
    'Ferrand is giving up as treasurer after eight years.',
  ],
  [
    'when, and says when',
    'When will a second core be drilled next winter?',
    'A second core will be drilled next winter, if money is found.',
  ],
  ['which, and only the noun', 'Which posts fall vacant?', 'Two posts fall vacant.'],
  [
    'what, by a thing without its name',
    'What reveals four severe droughts?',
    'The record reveals four severe droughts.',
  ],
  [
    'a body as a thing',
    'What must acknowledge your report within a week?',
    'The Conduct Committee must acknowledge your report within a week.',
  ],
  ['the same as what', 'What does smoke irritate in the nose?', 'Smoke irritates the same tissues.'],
  [
    'a second verb that the question does not turn',
    'When did a willow come down and tore away part of the bank?',
    'In March a willow came down and tore away part of the bank.',
  ],
  [
    'a second clause that the question does not turn',
    'When is cancelling no longer possible and the server answers with 409?',
    'Once the parcel has left, cancelling is no longer possible and the server answers with 409.',
  ],
  [
    'an active verb after a passive one',
    'Where are meals prepared first and leave the kitchen?',
    'Meals are prepared first and leave the kitchen on a purple tray.',
  ],
  [
    'a verb after an adverb that the question does not turn',
    'When does a seedling float at first and turns upright?',
    'A seedling floats at first and turns upright when it reaches the sea.',
  ],
  [
    'from where',
    'Which road leads from there down to the bay?',
    'A gravel road leads from there down to the bay.',
  ],
  [
    'when, and says the hours',
    'When is the museum open daily from 11 to 17?',
    'The museum is open daily from 11 to 17, in July and August until 19.',
  ],
  [
    'when, and says how long',
    'When had Agnes worked for ten years as an editor?',
    'Agnes had worked for ten years as an editor before she made her first film.',
  ],
  ['a part of what', 'Where are two thirds found?', 'Two thirds are found in the eight arms.'],
  [
    'a length of time without its end',
    'Who orders your equipment at least ten working days?',
    'Your manager orders your equipment at least ten working days before you start.',
  ],
  [
    'before what',
    'Why should personal files be removed beforehand?',
    'Personal files should be removed beforehand, as they cannot be handed over later.',
  ],
  [
    'when, of what is no more',
    'When does Quillpad no longer crash?',
    'Quillpad no longer crashes when a notebook has more than 10,000 notes.',
  ],
  [
    'a letter of a list',
    'What happens if a charity declines its part?',
    'If a charity declines, its part goes to the one named in (a).',
  ],
  [
    'somebody unknown',
    'Who should repairs be reported to until somebody is found?',
    'Until somebody is found, repairs should be reported to Pavel Novotny.',
  ],
  [
    'more than what',
    'Why did a whole message take longer?',
    'A whole message took longer, since few figures could be sent each minute.',
  ],
  ['no definition', 'What are nasal sprays?', 'Nasal sprays are better than tablets for a blocked nose.'],
  [
    'a count to a time',
    'How many years after Arda was hit by floods?',
    'Three years after Arda was hit by floods, there is hope.',
  ],
  [
    'an adjective alone',
    'Who relied instead on small?',
    'Lord Penn relied instead on small, informal groups of friends.',
  ],
];

/** Their like that do reply. */
const kept: readonly (readonly [question: string, answer: string])[] = [
  ['Why should you cut a strip of card?', 'Cut a strip of card so that the spine stays stiff.'],
  ['When is the pump painted green?', 'The pump is painted green every spring.'],
  ['Which posts fall vacant?', 'The posts of treasurer and secretary fall vacant.'],
  ['What reveals four severe droughts?', 'A core of mud from Lake Abiyo reveals four severe droughts.'],
  ['Who proposed a higher rent?', 'The treasurer proposed a higher rent.'],
];

describe('whether an answer replies to its question', () => {
  for (const [name, question, answer] of refused)
    it(`refuses ${name}`, () => {
      assert.notEqual(faultOf(candidate(question, answer)), undefined);
    });
  for (const [question, answer] of kept)
    it(`keeps: ${answer}`, () => {
      assert.equal(faultOf(candidate(question, answer)), undefined);
    });
});

describe('headings of plain text', () => {
  const headings = (text: string): string[] =>
    parseBlocks(text)
      .filter((block) => block.kind === 'heading')
      .map((block) => block.plain.text);
  const prose =
    'The draft measures success by the average level of noise over a year, which hides the worst days.';

  it('takes a numbered line over prose for one', () => {
    assert.deepEqual(headings(`4. Yearly averages\n${prose}`), ['Yearly averages']);
  });

  it('takes a short line without a full stop for one, with and without white space after it', () => {
    assert.deepEqual(headings(`Bicycle store\n${prose}\n\nOpening hours\n\n${prose}`), [
      'Bicycle store',
      'Opening hours',
    ]);
  });

  it('takes no sentence, greeting, list item or wrapped line for one', () => {
    const wrapped =
      'The council of Arda met in the hall and\nDecided to mend the roof before the winter came.';
    assert.deepEqual(
      headings(`Dear members,\n\n${prose}\n\nIt rained.\n\n${prose}\n\n1. Glue\n2. Card\n\n${wrapped}`),
      [],
    );
  });

  it('never joins one with the sentence after it', () => {
    const { pairs } = generatePairs(
      '2. Reasons\nThe Board recommended dissolution because no other buyer for the milk could be found.',
      [],
      3,
    );
    assert.equal(pairs[0]?.question, 'Why did the Board recommend dissolution?');
    assert.ok(pairs.every((each) => !each.answer.includes('Reasons')));
  });
});

describe('what a question takes for known', () => {
  const text =
    'Owners may receive a grant for new windows. Tenants may not apply for one. The limit was set in 2011. ' +
    'The board will meet in May 2026. Steroid sprays are taken once a day.';
  const questions = generatePairs(text, [], 9).pairs.map((each) => each.question);

  it('is not a thing that only an earlier sentence names', () => {
    assert.ok(!questions.some((each) => each.includes('the limit')));
  });

  it('may be a body that every text has one of', () => {
    assert.ok(questions.includes('When will the board meet?'));
  });

  it('has no capital that only the start of a sentence gave', () => {
    assert.ok(!questions.some((each) => / Steroid /.test(each)));
  });

  it('keeps the capital of what is called by its number', () => {
    const { pairs } = generatePairs('Year 11 pupils sit the first paper on 3 March 2025.', [], 3);
    assert.ok(pairs.every((each) => !each.question.includes('year 11')));
  });

  it('keeps two people together in an answer that is cut', () => {
    const { pairs } = generatePairs(
      'Parents meet in the main hall on Thursday 27 February, at which Dr Moravec will speak and Mrs Oyelaran, the chair of governors, and I will answer.',
      [],
      3,
    );
    assert.ok(pairs.every((each) => !each.answer.endsWith('the chair of governors.')));
  });
});
