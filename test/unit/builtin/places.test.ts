import assert from 'node:assert/strict';
import { generatePairs } from '../../../src/core/providers/builtin/index.js';

const asked = (text: string, heading: readonly string[] = [], want = 3): string[] =>
  generatePairs(text, heading, want).pairs.map((each) => each.question);

describe('where a question says that it belongs', () => {
  const manual = ['Ronsa Kettle User Manual', 'Descaling'];

  it('names the document of a question without a name of its own', () => {
    assert.deepEqual(asked('The dial inside the lid of the container has seven positions.', manual), [
      'How many positions does the dial inside the lid of the container have, according to “Ronsa Kettle User Manual”?',
    ]);
  });

  it('names section and document where the question tells little', () => {
    assert.deepEqual(
      asked('Rinse the tank twice a week.', ['Ronsa Kettle User Manual', 'Care of the water tank']),
      [
        'How often should you rinse the tank, according to “Care of the water tank” in “Ronsa Kettle User Manual”?',
      ],
    );
  });

  it('leaves a question alone that names its thing in full', () => {
    assert.deepEqual(asked('Ada Skerry moved to Arda in 1871.', manual), [
      'When did Ada Skerry move to Arda?',
    ]);
  });

  it('leaves a question alone that says what the title says', () => {
    assert.deepEqual(asked('The Ronsa kettle was first sold in 1971.', ['The Ronsa Kettle']), [
      'When was the Ronsa kettle first sold?',
    ]);
  });

  it('names the document of its own questions too', () => {
    const faq = '### Do I get compensation?\n\nYes, nine pounds for each day after the second one.';
    assert.deepEqual(asked(faq, ['Ronsa Broadband Help']), [
      'Do I get compensation, according to “Ronsa Broadband Help”?',
    ]);
  });

  it('takes the words in bold before a paragraph for its heading', () => {
    const text = '**Surgery.** The gland is removed by a specialist within two weeks of the first visit.';
    assert.ok(
      asked(text, ['Thyroid Disease in Cats']).every((each) =>
        each.endsWith('according to “Surgery” in “Thyroid Disease in Cats”?'),
      ),
    );
    assert.notDeepEqual(asked(text, ['Thyroid Disease in Cats']), []);
  });

  it('asks nothing of what is true only in the case that words in bold tell', () => {
    assert.deepEqual(asked('**Coffee is not hot.** The water tank has been empty for an hour.', manual), []);
  });

  it('keeps the sentence that its own question goes on from', () => {
    const faq =
      "### I'm moving house. What happens to my contract?\n\nTell us 21 days ahead and the contract carries on as before.";
    assert.deepEqual(asked(faq), ["I'm moving house. What happens to my contract?"]);
  });

  it('asks little of a text that has no title', () => {
    const text =
      'Two piers were built. Eleven men lost their lives while the tunnel was dug. The line opened late.';
    assert.ok(!asked(text, [], 9).includes('How many men lost their lives?'));
  });
});

describe('what is not asked', () => {
  const never: readonly (readonly [name: string, text: string, wrong: RegExp])[] = [
    ['a consequence for a reason', 'The shell is clear, so that the liver can be seen through it.', /^Why/],
    [
      'which of two things "it" was',
      'Drying is going well; the analyser is not. It failed on 9 October during the night.',
      /did drying fail/i,
    ],
    [
      'a rule for a definition',
      'Economy is the rule for all flights of under six hours.',
      /^What is economy/i,
    ],
    [
      'a meaning of a plain word',
      'Breakfast means a roll from any bakery, eaten on the wall.',
      /^What does breakfast/i,
    ],
    [
      'what those do of whom there is none',
      'Nobody travels in business class without consent from Ada Skerry.',
      /^Which/,
    ],
    [
      'a time by its end',
      'The bridge will stay closed to traffic until May after a crack was found.',
      /^When.*until/,
    ],
    [
      'a place by half of it',
      'The vole occurs from the lower Tarn delta in the west to the lakes in the east.',
      /^Where/,
    ],
    ['where a length is kept', 'Keep 20 centimetres between the back of the stove and the wall.', /^Where/],
    [
      'how a person came back for what',
      'Marta returned delighted: the priest had let her climb the tower.',
      /^What did/,
    ],
    ['a state for a person', 'Sickness stood at 5.2 % in the second quarter of the year.', /^Who/],
    ['a length for a thing', 'Adults measure 14 to 22 mm from head to tail.', /^What do/],
    [
      'an order without its object',
      'Remove a few millimetres near the lip, and one of them falls.',
      /^What should/,
    ],
    ['something', 'Partners who argue about cold feet are arguing about something real.', /^What/],
    ['two verbs', 'Children aged eight and over may use the kettle if they are supervised.', /^When do/],
  ];
  for (const [name, text, wrong] of never)
    it(name, () => {
      const questions = asked(text, ['Ronsa Field Guide'], 9);
      assert.deepEqual(
        questions.filter((each) => wrong.test(each)),
        [],
      );
    });
});
