import assert from 'node:assert/strict';
import { generatePairs } from '../../../src/core/providers/builtin/index.js';

const ask = (text: string, heading: readonly string[] = [], want = 3) => generatePairs(text, heading, want);

/** Text, and a question that is asked of it when it stands alone. */
const asked: readonly (readonly [name: string, text: string, question: string])[] = [
  ['definition', 'A ledger is a book in which all payments are written down.', 'What is a ledger?'],
  ['kind', 'Isotopes are atoms of one element with different masses.', 'What are isotopes?'],
  ['person', 'Ada Lovelace was an English mathematician and writer.', 'Who was Ada Lovelace?'],
  [
    'who, by a passive',
    'The bridge over the Tarn was designed by the engineer Isobel Traill.',
    'Who designed the bridge over the Tarn?',
  ],
  [
    'who, responsible',
    'The safety officer is responsible for the fire doors on every floor.',
    'Who is responsible for the fire doors on every floor?',
  ],
  [
    'when, at the end',
    'The museum in Kirkavoe was opened in May 1931.',
    'When was the museum in Kirkavoe opened?',
  ],
  [
    'when, at the start',
    'In 1921, Ronsa Council bought the old ferry.',
    'When did Ronsa Council buy the old ferry?',
  ],
  ['where', 'Paper records are kept in a locked drawer.', 'Where are paper records kept?'],
  ['how many', 'Skerry Head tower has 206 steps.', 'How many steps does Skerry Head tower have?'],
  ['how much', 'A half plot costs £28 a year.', 'How much does a half plot cost a year?'],
  [
    'how long',
    'The test of the residual current device takes 40 minutes.',
    'How long does the test of the residual current device take?',
  ],
  [
    'how often',
    'A hive is inspected by the bee officer twice a year.',
    'How often is a hive inspected by the bee officer?',
  ],
  [
    'why',
    'The survey of the pier was delayed because the boat was storm-bound.',
    'Why was the survey of the pier delayed?',
  ],
  [
    'which',
    'The security team reviews all incidents in the building.',
    'Which team reviews all incidents in the building?',
  ],
  ['how, by doing', 'Members can renew a loan by calling the branch.', 'How can members renew a loan?'],
  [
    'a purpose before an order',
    'To remove the inner glass, open the door and lift the two clips.',
    'How do you remove the inner glass?',
  ],
  [
    'a condition before an order',
    'If the display flashes, switch the oven off.',
    'When should you switch the oven off?',
  ],
  [
    'a rule',
    'Dogs may not enter the reading room on the first floor.',
    'May dogs enter the reading room on the first floor?',
  ],
  [
    '"we" made passive',
    'We keep the records of former tenants for six years.',
    'How long are the records of former tenants kept?',
  ],
  [
    'a setting before an order',
    'With Django Channels, implement origin validation and message limits.',
    'What should you implement with Django Channels?',
  ],
  [
    'an activity',
    'Typing on small devices is far more error prone than typing on a keyboard.',
    'Which activity is far more error prone than typing on a keyboard?',
  ],
  [
    'what is asked of people',
    'Tenants are required to remove sheds and fences.',
    'What are tenants required to do?',
  ],
  [
    'a duty and its case',
    'The tenants must call the warden if the alarm sounds twice at night.',
    'When must the tenants call the warden?',
  ],
  [
    'why it is important',
    'It is important to test the siren with real users because drills hide mistakes.',
    'Why is it important to test the siren with real users?',
  ],
  [
    'a cause',
    'Larger touch areas improve usability for text entry.',
    'Which areas improve usability for text entry?',
  ],
  [
    'what a law predicts',
    'Gall’s law predicts that a complex system grows from a simple one.',
    'What does Gall’s law predict?',
  ],
  [
    'what there is not',
    'There is no requirement to share your data with the club.',
    'Is there any requirement to share your data with the club?',
  ],
  [
    'what is not so of any',
    'No gifts are acceptable for government officials.',
    'Are any gifts acceptable for government officials?',
  ],
  ['what became of it', 'Judah became a tributary to Egypt.', 'What did Judah become?'],
  [
    'what an order is about',
    'Provide clear feedback on the number of remaining attempts.',
    'What should you provide clear feedback on?',
  ],
  [
    'a participle before the verb',
    'A deep-sea female observed off Monterey guarded her eggs for 53 months.',
    'How long did a deep-sea female observed off Monterey guard her eggs?',
  ],
  [
    'a price in words, and another verb after it',
    'A new pump costs between 30 and 60 euros and is fixed by a quarter turn.',
    'How much does a new pump cost?',
  ],
  [
    'how far',
    'Skerry Head lies about 30 kilometres west of the island of Ronsa.',
    'How far does Skerry Head lie west of the island of Ronsa?',
  ],
  [
    'which, without its noun twice',
    'Loch Carrow is the deepest lake in the county of Ronsa.',
    'Which lake is the deepest in the county of Ronsa?',
  ],
  [
    'how far from a place',
    'The airport of Ronsa is 33 km from the centre of the town.',
    'How far is the airport of Ronsa from the centre of the town?',
  ],
  [
    'who, by the name of a party',
    'Repairs of the canteen roof are paid by the Caterer.',
    'Who pays repairs of the canteen roof?',
  ],
  [
    'an adverb that belongs to its noun',
    'Fully remote arrangements need the approval of the director, because they affect budgets for travel.',
    'Why do fully remote arrangements need the approval of the director?',
  ],
  [
    'where something is so only in a setting',
    'In new kitchens, the pipe of the siphon is closed by a plastic membrane.',
    'Which membrane closes the pipe of the siphon in new kitchens?',
  ],
  [
    'how long, and as what',
    'Agnes Corrigan had worked for ten years as an editor of newsreels.',
    'How long had Agnes Corrigan worked as an editor of newsreels?',
  ],
  [
    'why, of what is placed',
    'Bound volumes are placed on foam rests so that their spines are not strained.',
    'Why are bound volumes placed on foam rests?',
  ],
  [
    'how many, of about as many',
    'Some 1,500 yachts use the Corran Canal every year.',
    'How many yachts use the Corran Canal every year?',
  ],
  [
    'letters',
    'The plan names the National Health Service (NHS) and nobody else.',
    'What does NHS stand for?',
  ],
];

describe('what the built-in generator asks', () => {
  for (const [name, text, question] of asked) {
    it(`${name}: ${question}`, () => {
      const found = new Set<string>();
      for (let seed = 0; seed < 12; seed++)
        for (const pair of generatePairs(text, [], 3, seed).pairs) found.add(pair.question);
      assert.ok(found.has(question), [...found].join(' | '));
    });
  }

  it("a document's own question gets the text under it", () => {
    const { pairs } = ask(
      '## Can children row?\n\nChildren can row from the age of eleven. A parent must sign the form.',
    );
    assert.equal(pairs[0]?.question, 'Can children row?');
    assert.equal(pairs[0]?.answer, 'Children can row from the age of eleven. A parent must sign the form.');
  });

  it('questions and answers in dialogue', () => {
    const { pairs } = ask(
      'Q: What should members bring to the first session?\nA: Bring a change of clothes and a water bottle.',
    );
    assert.equal(pairs[0]?.question, 'What should members bring to the first session?');
    assert.equal(pairs[0]?.answer, 'Bring a change of clothes and a water bottle.');
  });

  it('steps under a heading that says what they do', () => {
    const { pairs } = ask('## How to set the clock\n\n1. Hold the clock button.\n2. Turn the right dial.');
    assert.equal(pairs[0]?.question, 'How do you set the clock?');
    assert.equal(pairs[0]?.answer, 'Hold the clock button. Turn the right dial.');
  });

  it('lists with their introduction', () => {
    const { pairs } = ask(
      'The annual plan covers the following services:\n\n- phone support\n- repairs\n- spare parts',
    );
    const pair = pairs.find((each) => each.question === 'Which services does the annual plan cover?');
    assert.equal(
      pair?.answer,
      'The annual plan covers the following services: phone support, repairs and spare parts.',
    );
  });

  it('rows of tables', () => {
    const { pairs } = ask('| Function | Temperature |\n| --- | --- |\n| Bread | 220 °C |');
    assert.equal(pairs[0]?.question, 'Which temperature is listed for bread?');
    assert.equal(pairs[0]?.answer, 'The temperature listed for bread is 220 °C.');
  });

  it('quotes the name of a row that has a capital by its place', () => {
    const { pairs } = ask('| Fault | Remedy |\n| --- | --- |\n| Loud pump | open the steam knob |');
    assert.equal(pairs[0]?.question, 'Which remedy is listed for “Loud pump”?');
  });

  it('names a pronoun by the noun of the sentence before, and quotes both', () => {
    const text = 'Skerry Head is a granite tower on the island of Ronsa. It was completed in 1871.';
    const pair = ask(text).pairs.find((each) => each.question === 'When was Skerry Head completed?');
    assert.equal(pair?.answer, 'Skerry Head was completed in 1871.');
    assert.deepEqual(pair?.evidence, [
      'It was completed in 1871.',
      'Skerry Head is a granite tower on the island of Ronsa.',
    ]);
  });

  it('says which document is meant where the question would not', () => {
    const { pairs } = ask('The museum was opened in 1931.', ['Town of Meridian', 'Arts']);
    assert.equal(pairs[0]?.question, 'When was the museum opened, according to “Town of Meridian”?');
  });

  it('names "this law" by the heading over it', () => {
    const { pairs } = ask(
      "## Conway's Law\n\nThis law suggests that systems mirror the teams that build them.",
    );
    assert.equal(pairs[0]?.question, "What does Conway's Law suggest?");
    assert.match(pairs[0]?.answer ?? '', /^Conway's Law suggests that/);
  });

  it('does not ask of "this section", which no heading names', () => {
    assert.deepEqual(ask('## Usability\n\nThis section provides general advice on usability.').pairs, []);
  });

  it('gives an order and what it is good for as one answer', () => {
    const found = ask(
      'Give cryptographic keys short names. This prevents users from confusing them.',
    ).pairs.find((each) => each.question.startsWith('Why'));
    assert.equal(found?.question, 'Why should you give cryptographic keys short names?');
    assert.equal(
      found?.answer,
      'Give cryptographic keys short names. This prevents users from confusing them.',
    );
    assert.equal(found?.evidence.length, 2);
  });

  it('names what "these" points at, by the sentence before', () => {
    const { pairs } = ask(
      'Many source available licenses limit the use of software. These licenses are used to protect the revenue of the owner.',
    );
    assert.ok(
      pairs.some(
        (each) =>
          each.answer === 'The source available licenses are used to protect the revenue of the owner.',
      ),
    );
  });

  it('asks for what "we" do as the authors of the document', () => {
    const { pairs } = ask('We reach out to owners before their account is closed.', ['Terms of Service']);
    assert.equal(pairs[0]?.question, 'When do the authors of “Terms of Service” reach out to owners?');
  });

  it('says what "you" are doing where the heading does', () => {
    const { pairs } = ask('Focus on the central message of the piece.', ['How to give feedback']);
    assert.equal(pairs[0]?.question, 'What should you focus on when giving feedback?');
  });

  it('asks what a section says about a thing where nothing better can be asked', () => {
    const { pairs } = ask(
      'Executive staff remain dependent upon accurate reports from every regional harbour office.',
      ['Roles at Skerry Harbour'],
    );
    assert.deepEqual(
      pairs.map((each) => each.question),
      ['Which detail does “Roles at Skerry Harbour” give about executive staff?'],
    );
  });

  const placed: readonly (readonly [name: string, text: string, question: string])[] = [
    [
      'advice',
      'Inspect the spare sail carefully along the seams, with all its battens removed.',
      'Which advice does “Winter Storage of Boats” give about the spare sail?',
    ],
    [
      'a thing of plain words',
      'Wooden hulls need thin planks that dry, shrink and open along each seam.',
      'What do wooden hulls need, according to “Winter Storage of Boats”?',
    ],
    [
      'one of many things with letters for a name',
      'The SHO shall validate each piece of evidence against the register of owners.',
      'What shall the SHO validate, according to “Winter Storage of Boats”?',
    ],
    [
      'what one may do',
      'If you are not satisfied, you may take the matter to the ombudsman free of charge.',
      'What may you do if you are not satisfied, according to “Winter Storage of Boats”?',
    ],
    [
      'what is ours',
      'Our spare batteries are kept in a locked drawer.',
      'Where are the spare batteries kept, according to “Winter Storage of Boats”?',
    ],
    [
      'what may be said of much else',
      'When a pump fails, it restarts itself and rings a bell.',
      'What happens when a pump fails, according to “Winter Storage of Boats”?',
    ],
  ];
  for (const [name, text, question] of placed)
    it(`names the heading for ${name}`, () => {
      const found = new Set<string>();
      for (let seed = 0; seed < 12; seed++)
        for (const pair of generatePairs(text, ['Winter Storage of Boats'], 3, seed).pairs)
          found.add(pair.question);
      assert.ok(found.has(question), [...found].join(' | '));
    });

  it('names the person whose life it tells, where "she" opens the section', () => {
    const { pairs } = ask('She retired in 1926 and moved to Ronsa with her sister.', [
      'Wilhelmina Aske (1861–1939)',
      'Later life',
    ]);
    assert.equal(pairs[0]?.question, 'When did Wilhelmina Aske retire?');
    assert.match(pairs[0]?.answer ?? '', /^Wilhelmina Aske retired in 1926/);
  });

  it('does not take "she" for the person of the title where another is spoken of', () => {
    const { pairs } = ask('Aske had a sister, Gunhild. She retired in 1926.', ['Wilhelmina Aske']);
    assert.ok(!pairs.some((each) => each.answer.startsWith('Wilhelmina')));
  });

  it('asks what the author of a story did, with no comma after its opening', () => {
    const { pairs } = ask("For the walls I used sheep's wool, because it stays warm when it is damp.", [
      'How I Mended a Broken Van',
    ]);
    assert.equal(
      pairs[0]?.question,
      "Why did the author of “How I Mended a Broken Van” use sheep's wool for the walls?",
    );
  });

  it('takes the article of a title for no letter of a list', () => {
    const { pairs } = ask(
      'A Winter at the Lighthouse\n\nThe boat to the lighthouse comes every second Thursday if the swell allows it.',
      ['A Winter at the Lighthouse'],
    );
    assert.ok(pairs.every((each) => !each.question.includes('“Winter')));
  });

  it('takes the clauses of a contract one by one', () => {
    const { pairs } = ask(
      '1. Term\n1.1 The tenancy begins on 1 September.\n1.2 Gas appliances are inspected by a registered engineer.',
      ['Tenancy Agreement'],
    );
    assert.deepEqual(pairs.map((each) => each.answer).toSorted(), [
      'Gas appliances are inspected by a registered engineer.',
      'The tenancy begins on 1 September.',
    ]);
  });

  it('leaves out the numbers of footnotes and the attributes of words', () => {
    const { pairs } = ask('The ferry Norna<sup>4</sup> was sold to *Ronsa*{: .name} in May 1931.');
    assert.equal(pairs[0]?.answer, 'The ferry Norna was sold to Ronsa in May 1931.');
  });

  it('says yes or no where it asks for it', () => {
    const found = ask('Dogs may not enter the reading room on the first floor.').pairs.find((each) =>
      each.question.startsWith('May'),
    );
    assert.equal(found?.answer, 'No. Dogs may not enter the reading room on the first floor.');
  });

  it('cuts an answer at a second main clause', () => {
    const { pairs } = ask(
      'The mill at Carrow was built in 1840; the tendency of the age was all the other way.',
    );
    assert.ok(pairs.some((each) => each.answer === 'The mill at Carrow was built in 1840.'));
  });

  it('takes markup out of questions and answers and leaves it in the evidence', () => {
    const text = 'The **fog [signal](https://example.org/a_(b))** of `Skerry Head` was added in *1907*.';
    const [pair] = ask(text).pairs;
    assert.equal(pair?.question, 'When was the fog signal of Skerry Head added?');
    assert.equal(pair?.answer, 'The fog signal of Skerry Head was added in 1907.');
    assert.ok(text.includes(pair?.evidence[0] ?? '?'));
    assert.ok(pair?.evidence[0]?.includes('[signal](https://example.org/a_(b))'));
  });
});

describe('what the built-in generator does not ask', () => {
  const silent: readonly (readonly [name: string, text: string])[] = [
    ['a pronoun without its noun', 'It was closed in 1987. They sold it in May 1990.'],
    ['a dangling "this"', 'This was decided in May 1990 because of that.'],
    ['what stands above or below', 'The following limits apply to these accounts since 2019.'],
    ['headings alone', '# Rates\n\n## Yearly rates\n\n## Monthly rates'],
    ['code', '```js\nconst answer = 42; // The answer was found in 1999.\n```'],
    ['half sentences', '- fast\n- built in 1999\n- runs every day'],
    ['an object that is none', 'Work expands so as to fill all the time available for it.'],
    ['a particle and its object', 'The Greeks had brought down into cities the freedom of wandering tribes.'],
    ['a reason that may be the noun\u2019s', 'The firm prohibits reprisals because of a request for leave.'],
    ['what may be so', 'Members may understand some of the rules better than others.'],
    ['what stands in another place', 'Limits for the second factor apply as well, see Section 4.'],
    ['a pronoun deep in the answer', 'Jerusalem was from the first only their nominal capital.'],
    ['the words of a picture', '![A phosphate group was added to the third carbon in 1931.](a.png)'],
    ['an example', '## Examples\n\nThe committee met in May 1931. The barn was sold in June 1931.'],
    ['an occasion that nobody can place', 'A bill was passed to limit the importation of glass.'],
    ['two verbs with one object', 'The club may keep or share all the photographs of the regatta.'],
    ['a picture beside the text', 'The table highlights the differences between the two kinds of boat.'],
    ['a narrator', 'We describe both ways to moor the boat next.'],
    ['a blank to fill in', 'Human beings accumulate ________ before the evening meal.'],
    ['an answer taken for an act', 'A common challenge for beginners is selecting a berth for the night.'],
    ['a participle taken for the verb', 'The main cabin built for skippers, but also used by the crew.'],
    ['an act without what it is done to', 'The council discussed if they should buy the boat.'],
    ['a question put to the reader', 'Do you want your project to be used by others?'],
  ];
  for (const [name, text] of silent) {
    it(name, () => {
      const { pairs, reason } = ask(text);
      assert.deepEqual(pairs, []);
      assert.ok(reason);
    });
  }

  const never: readonly (readonly [name: string, text: string, question: RegExp])[] = [
    [
      'who held the course, of what is granted after it',
      'Access to the store is granted after a two-hour course held every Wednesday by Denise Okafor.',
      /^Who/,
    ],
    ['when, of an order', 'Allergen-free meals are prepared first, before all others.', /^When/],
    ['when, of how often', 'A key of the harbour store is shown only once.', /^When/],
    ['where, of nights in a row', 'Guests of Skerry House may stay for up to 21 nights in a row.', /^Where/],
    ['what there is not, twice', 'There is no numbness and no pain at night in the left heel.', /^Is/],
    ['the day of another act', 'Frances asked for volunteers to sort the store on 8 June.', /^When/],
    ['an act for a person', 'Carol singing is on 20 December, starting at the Plough.', /Carol/],
    [
      'a first word for a name',
      'Swimwear is thrown away after three days for reasons of hygiene.',
      /Swimwear/,
    ],
    [
      'a person for a thing',
      'Sunil showed a draft of the new website. It will go live on 1 July.',
      /Sunil go/,
    ],
    [
      'a participle taken for the verb',
      'Tables pasted from spreadsheets keep their column widths.',
      /did tables paste/,
    ],
    [
      'how long, with another verb',
      'Repairs of the pier will take at least nine months and cost an estimated 17 million euros.',
      /take and cost/,
    ],
    [
      'the order of things for what makes it',
      'Videos are sorted by the date of the file, as few of them contain metadata.',
      /^Wh(?:ich date|at) sorts?/,
    ],
    ['what is owed, without to whom', 'Narvik owes its existence to the Gulf Stream.', /owe\?/],
    [
      'one of two times',
      'Joan planted five kilos of seed on Good Friday and dug up thirty-one in July.',
      /Friday and dug/,
    ],
    [
      'the conclusion of a contract for the contract',
      '## Conclusion of the contract\n\nThe contract is concluded when the club confirms the dispatch of the goods.',
      /conclusion of the contract concluded/,
    ],
    ['what remains', 'Road traffic remains the greatest danger to the otters of Ronsa.', /remain\?/],
    ['how long, of pay', 'The salary of the ranger is £17,800 for 24 hours.', /^How long/],
    ['where, of a kind of time', 'The times of the tides are stored in UTC.', /^Where/],
    [
      'where, of what was not done',
      'No objection was raised to the solar panels on the village hall.',
      /^Where/,
    ],
    [
      'what is the largest of them',
      'Skerry Marsh, the largest of them, covers 640 hectares of wet grassland.',
      /cover/,
    ],
    ['how many, by which', '| Plan | Teams |\n| --- | --- |\n| Annual plan | 25 |', /^Which teams/],
    ['how long, rather than', 'Start-up of gantry takes 0.3 seconds rather than two.', /rather/],
    ['where, of a price', 'Printing of maps is charged at 6 pence a page.', /^Where/],
    ['what hardly ever is', 'Mobile phones rarely work more than ten miles from land.', /^How many/],
    ['which, and only how many', 'The film was refused by the two large cinema chains.', /^Which/],
    ['a new one', 'A new one will cost about 38,000 pounds by the end of June.', /one/],
    [
      'the title of a text',
      '# Why do swifts scream?\n\nOn summer evenings swifts race around church towers and scream.',
      /^Why/,
    ],
    [
      'where, of the second of two acts',
      'Harbourline runs as a single container and stores everything in the database of Ronsa.',
      /and stores/,
    ],
    [
      'what arranges itself',
      'Sodium and chloride ions arrange themselves in cubes of equal size.',
      /arrange\?/,
    ],
    [
      'two clauses taken for one',
      'In 1964 the lowest lock gate collapsed and the canal was closed.',
      /collapsed and/,
    ],
    [
      'what runs, for what is run',
      'The backup command of gantry can run while the server is in use.',
      /^What can/,
    ],
    [
      'what happens after a time',
      'After three years of work, Kestrel Zoo has opened a house for salamanders.',
      /^What happens/,
    ],
    ['what, for how long', 'Permits of the parks office are valid for one day.', /^What are/],
    ['which causes most', 'Most cases are caused by a sudden increase in training.', /^Which increase/],
    [
      'where, of who does it',
      'The election was overshadowed by the failure of a machine in the district of Aeschach.',
      /^Where/,
    ],
    [
      'the name of a button for a thing',
      '# Loans of Fennmoor Library\n\nChoose Return early in the app, and the next reader receives it within minutes.',
      /return early/i,
    ],
    ['how many thirds', 'Two thirds of them sit in the arms of the animal.', /thirds/],
  ];
  for (const [name, text, question] of never)
    it(name, () => {
      for (let seed = 0; seed < 6; seed++)
        for (const pair of generatePairs(text, [], 3, seed).pairs)
          assert.doesNotMatch(pair.question, question);
    });

  it('says so when the text is not English', () => {
    const { pairs, reason } = ask(
      'Der Ausschuss tagt jeden Monat im Rathaus. Die Mitglieder werden für drei Jahre gewählt.',
    );
    assert.deepEqual(pairs, []);
    assert.match(reason ?? '', /English/);
  });

  it('says so when there is nothing to read', () => {
    assert.match(ask(' \n\n---\n').reason ?? '', /no text/);
  });
});
