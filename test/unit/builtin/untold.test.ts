import assert from 'node:assert/strict';
import { canAnswer } from '../../../src/core/providers/builtin/answers.js';
import { faultOf } from '../../../src/core/providers/builtin/checks.js';
import { generatePairs } from '../../../src/core/providers/builtin/index.js';
import { candidate } from '../../fixtures/candidate.js';

/** Pairs that only the text around them makes understood, or whose answer is to another question. */
const refused: readonly (readonly [name: string, question: string, answer: string])[] = [
  [
    'affected by what',
    'What should you do if you are affected?',
    'If you are affected, do not drive or operate machinery.',
  ],
  [
    'affected by what, in the answer',
    'When can you choose between a refund and a new box?',
    'If more than a third of the box was affected, you can choose between a refund and a new box.',
  ],
  ['back to where', 'When should you go back on foot?', 'Go back on foot after the tide has turned.'],
  [
    'before you stop what',
    'Who should you speak to before you stop when taking Ronsamine?',
    'Speak to your doctor before you stop, even if you feel better.',
  ],
  [
    'there',
    'Which couple stood there in matching jackets?',
    'A Danish couple stood there in matching jackets.',
  ],
  [
    'by then',
    'When may the tenant turn to the council?',
    'If no answer has come by then, the tenant may turn to the council.',
  ],
  [
    'the next six years',
    'How long did Aske work at the Ronsa dairy?',
    'Aske worked at the Ronsa dairy for the next six years.',
  ],
  [
    'a second of what',
    'What does a second case lead to?',
    'A second case leads to the withdrawal of the card.',
  ],
  [
    'a replacement of what',
    'Why does a replacement cost 45 euros?',
    'A replacement costs 45 euros, because the cylinder has to be changed.',
  ],
  [
    'more of what',
    'What happens if there is more to come?',
    'If there is more to come, the answer has a cursor.',
  ],
  [
    'her, of a man',
    'Who offered a post to her father?',
    'Thorne was a cautious man and offered a post to her father.',
  ],
  ['to get in, where', 'When does the yeast of Ronsa get in?', 'After frost the yeast of Ronsa gets in.'],
  [
    'when, between two hours',
    'When will water be turned off in Ronsa Hall between 9 a.m. and 3 p.m.?',
    'Water will be turned off in Ronsa Hall between 9 a.m. and 3 p.m. on the second day.',
  ],
  [
    'what is to be done with it',
    'What is the prize money of £4,000?',
    'The prize money of £4,000 is to be spent on a trailer.',
  ],
  [
    'closed authors',
    'When are the authors of “Ronsa Museum” closed?',
    'We are closed on Mondays except public holidays.',
  ],
  ['whose place', 'Which sheets have taken their place?', 'Steel sheets have taken their place.'],
  ['a figure of speech', 'What is a hedge?', 'A hedge is a slow animal.'],
  ['whose colleagues', 'What do colleagues remember?', 'Colleagues remember a courteous and stubborn man.'],
  ['some man', 'Who was Thorne?', 'Thorne was a cautious man and lived in Ronsa with his sister.'],
  ['a program', 'Who looks at Ronsa every night?', 'The alert manager still looks at Ronsa every night.'],
  [
    'merely because',
    'Why should you not close the lock merely?',
    'Do not close the lock merely because boats are slow.',
  ],
  [
    'a consequence for a reason',
    'Why does water stay in Lake Aske for eleven years?',
    'Water stays in Lake Aske for eleven years, so pollution would be slow to go.',
  ],
  [
    'what nearly was',
    'Why did the char vanish from the southern bays?',
    'Because pike were released, the char nearly vanished from the southern bays.',
  ],
  [
    'the highest for forty years',
    'How long did the Wend reach its highest level?',
    'The Wend reached its highest level for forty years during the floods.',
  ],
  ['pages of 25', 'Where do search results arrive?', 'Search results arrive in pages of 25.'],
  ['room temperature', 'Where are adrenaline pens kept?', 'Adrenaline pens are kept at room temperature.'],
  [
    'under a person',
    'Where was Ronsa Light built between 1838 and 1844?',
    'Ronsa Light was built between 1838 and 1844 under Alan Mackeith.',
  ],
  [
    'under a licence',
    'Where has the Ronsa data set been published?',
    'The Ronsa data set has been published under an open licence.',
  ],
  [
    'how long it waits',
    'When does the compressor of gantry wait?',
    'The compressor of gantry waits three minutes before it restarts.',
  ],
  [
    'within a minute, and when',
    'When did the bursts of sleep cease within a minute?',
    'Once the wind fell, the bursts of sleep ceased within a minute.',
  ],
  [
    'a clause cut off',
    'When may Ronsa Council end the lease with effect from the day?',
    'If the rent rises, Ronsa Council may end the lease with effect from the day on which it would apply.',
  ],
  [
    'a preposition before the verb',
    'How many attachments of at can each note carry most 20 MB each?',
    'Each note can carry up to ten attachments of at most 20 MB each.',
  ],
  [
    'called what',
    'What did Mayor Aske call?',
    'Mayor Aske called the closure a blow but not a death sentence.',
  ],
  [
    'from one number',
    'When did the number of redshanks rise from 40?',
    'The number of redshanks rose from 40 in 2010 to more than 900 in 2022.',
  ],
];

/** Their neighbours, with nothing wrong. */
const kept: readonly (readonly [question: string, answer: string])[] = [
  ['What is the harbour of Ronsa affected by?', 'The harbour of Ronsa is affected by silt from the Aske.'],
  ['When should you go back to the harbour?', 'Go back to the harbour after the tide has turned.'],
  ['How many names are there on the list of members?', 'There are 53 names on the list of members.'],
  ['Who manages the night shift in Ronsa?', 'The dairy manager manages the night shift in Ronsa.'],
  [
    'What does a second case of theft lead to?',
    'A second case of theft leads to the withdrawal of the card.',
  ],
  [
    'Why would pollution be slow to go from Lake Aske?',
    'Water stays in Lake Aske for eleven years, so pollution would be slow to go.',
  ],
  [
    'Why did the char nearly vanish from the southern bays?',
    'Because pike were released, the char nearly vanished from the southern bays.',
  ],
  ['Where are the keys of Ronsa Hall kept?', 'The keys of Ronsa Hall are kept under a stone at the gate.'],
];

describe('what a pair leaves to the text around it', () => {
  for (const [name, question, answer] of refused)
    it(`refuses ${name}`, () => assert.notEqual(faultOf(candidate(question, answer)), undefined));
  for (const [question, answer] of kept)
    it(`keeps: ${question}`, () => assert.equal(faultOf(candidate(question, answer)), undefined));

  const questions = (text: string, heading: readonly string[]): readonly string[] =>
    [0, 1, 2, 3, 4, 5].flatMap((seed) =>
      generatePairs(text, heading, 3, seed).pairs.map((each) => each.question),
    );

  it('does not ask of "the reply", which no heading names', () => {
    const text = 'If the member is not satisfied with the reply, the matter goes to the board of Ronsa.';
    assert.deepEqual(questions(text, ['Membership Agreement of the Ronsa Workshop']), []);
    assert.notDeepEqual(
      questions(text, ['Membership Agreement of the Ronsa Workshop', 'Reply to complaints']),
      [],
    );
  });

  it('does not answer with "the bursts", which nothing names', () => {
    const text = 'When the swifts of Ronsa rise at dusk, the bursts become longer and deeper.';
    assert.deepEqual(questions(text, ['Half a brain at a time over Ronsa']), []);
  });

  it('does not take a verb after "that" for what "it" stands for', () => {
    assert.ok(
      !canAnswer('Historians have since found hedges that break it by three centuries.', false, new Set()),
    );
    assert.ok(canAnswer('Historians have found a rule and hedges that break it.', false, new Set()));
  });

  it('keeps "at most" whole', () => {
    assert.ok(
      questions('Each note can carry up to ten attachments of at most 20 MB each.', []).includes(
        'How many attachments of at most 20 MB each can each note carry?',
      ),
    );
  });

  it('takes a noun with a verb of its own for no order', () => {
    const text = 'Dry mouth usually becomes less troublesome after the first month of treatment.';
    assert.ok(!questions(text, ['Possible side effects']).some((each) => / dry\b(?! mouth)/.test(each)));
  });

  it('does not ask whom to tell, of what they are told', () => {
    const text =
      'Tell the incident channel what you are about to do and wait for a second engineer to confirm.';
    assert.ok(!questions(text, []).some((each) => each.startsWith('Who')));
  });

  it('keeps the capital of "Lake" before its name, and none of an owner that begins the sentence', () => {
    assert.ok(
      questions('Lake Veshna is a freshwater lake in the east of Tarmovia.', []).includes(
        'What is Lake Veshna?',
      ),
    );
    assert.ok(
      questions(
        "Directors' trips are approved by the secretary, Ms Ingrid Aske. A director may travel.",
        [],
      ).includes("Who approves directors' trips?"),
    );
  });

  it('asks for the owner of a runbook alone, not for the lines under it', () => {
    const found = generatePairs(
      '**Owner:** Ines Calder\n**Expected duration:** 40 minutes',
      ['Renewing the certificate of the Ronsa proxies'],
      3,
    ).pairs;
    assert.deepEqual(
      found.map((each) => each.answer),
      ['The owner of “Renewing the certificate of the Ronsa proxies” is Ines Calder.'],
    );
  });
});
