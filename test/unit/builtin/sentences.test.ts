import assert from 'node:assert/strict';
import { generatePairs } from '../../../src/core/providers/builtin/index.js';

const policy = ['Arda Data Protection Policy'];
const asked = (text: string, heading: readonly string[] = policy, want = 3): string[] =>
  generatePairs(text, heading, want).pairs.map((each) => each.question.replace(/, according to .*\?$/, '?'));

/** Sentences of natural prose, and a question that each is worth. */
const worth: readonly (readonly [name: string, text: string, question: string])[] = [
  [
    'the second verb of a subject',
    'A preparatory meeting lasts 40 minutes and costs £95.',
    'How much does a preparatory meeting cost?',
  ],
  [
    'what is so after what is not',
    'Vehicle charges are not covered by the freeze and are expected to rise by about 6 per cent.',
    'By how much are vehicle charges expected to rise?',
  ],
  [
    'two verbs with one object',
    'Skerry Vale lets and manages 3,140 homes across two counties.',
    'How many homes does Skerry Vale let and manage across two counties?',
  ],
  [
    'to whom',
    'A suspected breach must be reported to the treasurer within four hours.',
    'To whom must a suspected breach be reported?',
  ],
  [
    'how much somebody is paid',
    'Ronsa Council will pay the operator, Carrow Marine, up to £385,000 a year.',
    'How much will Ronsa Council pay the operator, Carrow Marine, a year?',
  ],
  [
    'only where',
    'Health information is only recorded where it affects the service at Ronsa.',
    'When is health information recorded?',
  ],
  [
    'until when',
    'The ferry that links Ronsa with Arda will keep running until at least March 2026.',
    'Until when will the ferry that links Ronsa with Arda keep running?',
  ],
  [
    'what never happens',
    'A Bloom filter never gives you a false "no" about its members.',
    'What does a Bloom filter never give you?',
  ],
  [
    'what words in quotes mean',
    'Many small projects are "permitted development", which means that you can go ahead without applying.',
    'What does ‘permitted development’ mean?',
  ],
  [
    'what was said at a time',
    'Skerry and Traill showed in 2006 that two good values are enough to make a table.',
    'What did Skerry and Traill show in 2006?',
  ],
  [
    'a report with a participle',
    'A feasibility study commissioned in 2022 suggested replacing the ferry with a hybrid vessel.',
    'What suggested replacing the ferry with a hybrid vessel?',
  ],
  [
    'a name that the sentence brings itself',
    'Its owner, the retired teacher Ada Skerry, moved to Ronsa in 1987.',
    'When did the retired teacher Ada Skerry move to Ronsa?',
  ],
  [
    'a name in apposition',
    'The present conductor, Ada Skerry, was appointed in 2017.',
    'When was the present conductor appointed?',
  ],
  [
    'a condition by its order of words',
    'Should you want proof that no permission is needed, you can apply for a certificate of the council.',
    'When can you apply for a certificate of the council?',
  ],
  [
    'nearly all, as nearly all',
    'Nearly all decisions about plots are made by officers.',
    'Who makes nearly all decisions about plots?',
  ],
  [
    'how long a thing is',
    'Adults measure 14 to 22 mm from the tip of the snout to the end of the tail, females a little more.',
    'How long are adults from the tip of the snout to the end of the tail?',
  ],
  [
    'how much one may spend, and when',
    'During the first year at Skerry, you can expense up to $3,000 on a new desk.',
    'How much can you expense on a new desk during the first year at Skerry?',
  ],
  [
    'what the project of the title cost',
    'The project took 15 weeks instead of the planned ten and cost €212,000.',
    'How much did the project cost?',
  ],
  [
    'a line of a chronicle',
    '- 03:17 – Sending is paused with the kill switch.',
    'When is sending paused with the kill switch?',
  ],
];

describe('sentences of natural prose', () => {
  for (const [name, text, question] of worth)
    it(`asks for ${name}`, () => {
      assert.ok(asked(text, policy, 4).includes(question), asked(text, policy, 4).join('\n'));
    });

  it('keeps the whole sentence as the answer where it asks for one of its verbs', () => {
    const text = 'A preparatory meeting lasts 40 minutes and costs £95.';
    assert.deepEqual(
      generatePairs(text, policy, 1).pairs.map((each) => each.answer),
      [text],
    );
  });

  it('puts the time of a chronicle’s line into its answer, and its text into the evidence', () => {
    const [pair] = generatePairs('- 03:17 – Sending is paused with the kill switch.', policy, 1).pairs;
    assert.equal(pair?.answer, 'At 03:17, sending is paused with the kill switch.');
    assert.match(pair.evidence[0] ?? '', /03:17 – Sending is paused/);
  });

  it('names a document for what it says of itself', () => {
    assert.deepEqual(
      generatePairs(
        'This guide is for people who want to extend their own home.',
        ['Building at home'],
        1,
      ).pairs.map(({ question, answer }) => [question, answer]),
      [
        [
          'Who is “Building at home” for?',
          '“Building at home” is for people who want to extend their own home.',
        ],
      ],
    );
    assert.deepEqual(
      asked(
        '## Who it applies to\n\nIt applies to everyone who works for the council, paid or not.',
        policy,
        1,
      ),
      ['Who does “Arda Data Protection Policy” apply to?'],
    );
  });

  it('does not take a list of nouns for verbs', () => {
    assert.deepEqual(
      asked('The museum gives talks and tours to schools in Ronsa.').filter((each) => / tour\b/.test(each)),
      [],
    );
  });

  it('takes no noun, and nothing of an inner clause, for another verb of the subject', () => {
    const all = (text: string): string => asked(text, policy, 4).join('\n');
    assert.doesNotMatch(all('Common side effects are headache and dry mouth.'), /\bdry\b/);
    assert.doesNotMatch(all('Ms Quigley said that the coach is cheap but takes 31 hours.'), /take/);
    assert.doesNotMatch(
      all('Mould is covered only where it results from a leak and is reported within 14 days.'),
      /reported/,
    );
  });

  it('asks for a sum with the one who is paid it, or not at all', () => {
    assert.deepEqual(asked('Carrow Marine has paid each passenger £150.'), [
      'How much has Carrow Marine paid each passenger?',
    ]);
  });

  it('puts no name in the place of its relation where that is spoken of again', () => {
    assert.deepEqual(asked("Her father, Ivo Skerry, was a ship's chandler; her mother ran the mill."), []);
  });

  it('asks nothing of some number of people, of who left, or of when twice', () => {
    const all = (text: string): string => asked(text, policy, 4).join('\n');
    assert.doesNotMatch(all('Fourteen people met on 9 January 1922 in the canteen.'), /^When/m);
    assert.doesNotMatch(all('Arne Holm left in 1991, when the light became automatic.'), /^When/m);
    assert.doesNotMatch(
      all('If the trial goes well, the round will be extended to Tolbury in January 2025.'),
      /^When .* in January 2025/m,
    );
  });

  it('takes a length of time for no object, and asks when to ask only with what for', () => {
    const all = (text: string): string => asked(text, policy, 4).join('\n');
    assert.doesNotMatch(all('Groups of more than twelve should book a week ahead.'), /^What/m);
    assert.doesNotMatch(all('If you want a copy on paper, ask at the desk.'), /^When should you ask/m);
  });

  it('asks nothing of tonight, of the same three, or of when it comes', () => {
    assert.deepEqual(asked("Tonight's programme ends with a symphony by Skerry."), []);
    assert.deepEqual(asked('To check a string, you run it through the same three and look.'), []);
    assert.deepEqual(asked('Each application is checked when it arrives.'), []);
  });
});
