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
    ['a guess', "If you use the web host, you're most likely using the archive.", /most likely/],
    ['half a time', 'Our drivers ring you half an hour before they arrive.', /half\b/],
    ['the time of another event', "The room is left as it was at Ada's death in 1958.", /^When/],
    ['the larger of what', 'The larger stayed in Greenwich for ten years.', /the larger/],
    [
      'how often, with the answer',
      'Backups are kept hourly for two days and daily for five weeks.',
      /^How often/,
    ],
    ['a third of whom', 'The vegetarian dish now accounts for a third of them.', /./],
    ['a sum without its figure', 'A new bridge would cost in the region of £3.8 million.', /cost million/],
    ['a fragment without a subject', 'Helps build a team by speaking for the needs of all.', /./],
    [
      'an object that one wants to edit',
      'Visit the first page you want to edit on the site.',
      /^How do you edit/,
    ],
    ['a time but for the exception', 'Overtime is voluntary except during the stocktake in July.', /except/],
    ['who of a crowd', 'A member asked for a couch in the hall.', /^Who/],
    ['which of a count', 'Two alarm thresholds can be set with the menu.', /^Which/],
    [
      'a thing to a person',
      'A student who falls ill must inform the Examinations Office at once.',
      /^What must/,
    ],
    ['a journey by half of its time', 'Ferries take 2 hours 20 minutes and cost 19 crowns.', /20 minutes/],
    [
      'whom somebody informed, without of what',
      'Each member shall be informed by the Secretary of the admission.',
      /^Who/,
    ],
    [
      'whom, of a pronoun',
      'The War Office employed her from 1915 in Arda, where Ada trained others.',
      /^What did/,
    ],
    [
      'which, of a verb',
      'Arda ripens for six months, and the variety called Arda Reserve for fourteen.',
      /^Which ripens/,
    ],
    ['what, of those who pay', 'The first month of insurance is paid by the shelter.', /^What pays/],
    ['the third of what', 'After two failed attempts, call the service line instead of making a third.', /./],
    [
      'what one can do only later',
      'People who live outside the parish can join the list but will be offered a plot only after all residents.',
      /do after/,
    ],
    [
      'what is so in one case alone',
      'When a fatty acid has no double bonds, it is known as a saturated fatty acid by chemists.',
      /known as,/,
    ],
    [
      'which of an adjective',
      'Design drawings ready for feedback should be tailored for review.',
      /^Which ready/,
    ],
    [
      'half of what is stored',
      'We may access information stored on your mobile device.',
      /information stored be/,
    ],
    ['whom, of a woman not named', "Ada's family supported her and loved her deeply.", /^Who/],
    ['a name in small letters', 'Normally Phoenician trade went to the Red Sea by Egypt.', /phoenician/],
    [
      'when a bet is best',
      'If you run Windows, your best bet is to install the terminal of Arda.',
      /^When is/,
    ],
    ['several of what', 'If there are multiple, please share a list of those works with Arda.', /multiple\b/],
    ['how many, with the number in it', 'The six-point plan of Arda covers six points.', /^How many/],
    [
      'an edition twice',
      'The Arda Cup 2015 was the 25th edition of the tournament of Ronsa.',
      /^Which edition/,
    ],
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

describe('a case of trouble', () => {
  const text =
    "**Tea isn't hot enough.** Warm the cups with hot water.\n\n" +
    '**The pump is loud and nothing flows.** There may be a stone in the pump. Switch off and remove it.';

  it('is asked for what to do in it, or what is wrong, by the words in bold over it', () => {
    assert.deepEqual(asked(text, ['Ronsa Kettle User Manual', 'Troubleshooting']), [
      "What should you do if tea isn't hot enough, according to “Ronsa Kettle User Manual”?",
    ]);
    assert.deepEqual(asked(text.split('\n\n')[1] ?? '', ['Ronsa Kettle User Manual', 'Troubleshooting']), [
      'What may be wrong if the pump is loud and nothing flows, according to “Ronsa Kettle User Manual”?',
    ]);
  });

  it('is none where nothing goes wrong', () => {
    assert.deepEqual(asked('**We ship daily.** Send the list by noon.', ['Ronsa Depot Handbook']), []);
  });
});

describe('what begins in small letters', () => {
  it('is a sentence where it begins with code', () => {
    assert.deepEqual(
      asked('`skerry` is a small library that reads tide tables from files.', ['skerry: a guide']),
      ['What is skerry?'],
    );
  });
});

describe('what somebody pointed out', () => {
  const minutes = ['Ronsa Council: Minutes of the May Meeting'];

  it('is asked for under the title that tells where', () => {
    assert.deepEqual(asked('Helen pointed out that the budget for travel stands at 3,940 pounds.', minutes), [
      'What did Helen point out, according to “Ronsa Council: Minutes of the May Meeting”?',
    ]);
  });

  it('is not asked for without a title', () => {
    assert.deepEqual(asked('Helen pointed out that the budget for travel stands at 3,940 pounds.'), []);
  });
});
