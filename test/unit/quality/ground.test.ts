import assert from 'node:assert/strict';
import { ground, groundLine, prepareSource } from '../../../src/core/quality/index.js';

const policy = `## Travel policy

Employees may claim up to £120 per night in London. Claims must be submitted within 30 days of travel to the finance director, Priya Nair. First-class rail travel is not permitted unless the journey exceeds four hours. Tom Wells, the operations director, approves flights. The policy took effect on 1 March 2023 and replaced the one from May 2019. A full tank weighs 5 kg. The World Health Organization recommends 1,200 kcal.`;

const verdict = (question: string, completion: string, source = policy): string =>
  ground({ source, question, completion }).grounding.verdict;

const codes = (question: string, completion: string, source = policy): string[] =>
  ground({ source, question, completion }).grounding.reasons.map(({ code }) => code);

describe('ground', () => {
  it('supports short answers, paraphrases and converted formats', () => {
    const supported: [question: string, answer: string][] = [
      ['When did the policy take effect?', '2023-03-01'],
      ['When did the policy take effect?', 'On March 1st, 2023.'],
      ['When did the policy take effect?', 'In March 2023'],
      ['How soon must claims be submitted?', 'Within thirty days of the trip.'],
      ['Who approves flights?', 'The operations director'],
      ['Who approves flights?', 'Tom Wells'],
      ['How heavy is a full tank?', '5,000 grams'],
      ['How much is recommended?', 'The WHO recommends twelve hundred kilocalories.'],
      ['How much may be claimed in London?', '£120'],
      ['Is first class allowed?', 'Only if the journey takes more than 4 hours.'],
    ];
    for (const [question, answer] of supported) assert.equal(verdict(question, answer), 'supported', answer);
  });

  it('supports any sentence of the source', () => {
    for (const sentence of policy.split(/(?<=\.) |\n\n/)) {
      assert.equal(ground({ source: policy, completion: sentence }).grounding.verdict, 'supported', sentence);
    }
  });

  it('says what is wrong, with both values and the place', () => {
    const completion = 'The policy took effect on 1 April 2024 and replaced the one from May 2019.';
    const { grounding } = ground({ source: policy, question: 'When did it start?', completion });
    assert.notEqual(grounding.verdict, 'supported');
    const [reason] = grounding.reasons;
    assert.equal(reason?.code, 'date');
    assert.match(reason?.message ?? '', /says 1 April 2024, the source says 1 March 2023/);
    assert.equal(completion.slice(...(reason?.at ?? [0, 0])), '1 April 2024');
    assert.deepEqual(grounding.unsupported, [reason?.at]);
  });

  it('names the kind of each mistake', () => {
    const wrong: [code: string, question: string, answer: string][] = [
      ['number', 'How much may be claimed?', 'Employees may claim up to £140 per night in London.'],
      ['unit', 'How heavy is a full tank?', 'A full tank weighs 5 g.'],
      ['unit', 'How much may be claimed?', 'Employees may claim up to €120 per night.'],
      ['name', 'Who approves flights?', 'Flights are approved by Anna Kowalska.'],
      [
        'negation',
        'Is first class allowed?',
        'First-class rail travel is permitted unless the journey exceeds four hours.',
      ],
      [
        'negation',
        'Is first class allowed?',
        'First-class rail travel is not permitted if the journey takes less than four hours. Claims must not be submitted.',
      ],
      ['content', 'What else?', 'Bananas grow quickly in tropical gardens with volcanic soil.'],
    ];
    for (const [code, question, answer] of wrong) {
      assert.ok(codes(question, answer).includes(code), `${answer}: ${codes(question, answer).join()}`);
    }
  });

  it('sees values and names that belong to something else', () => {
    const source =
      'Packaging grew by 12% and was led by Ruth Aird. Paper grew by 3% and was led by Omar Dean.\n\n| Item | Price |\n|---|---|\n| Kettle | 40 |\n| Toaster | 65 |';
    assert.deepEqual(codes('How much did Paper grow?', 'Paper grew by 12%.', source), ['misplaced']);
    assert.equal(verdict('How much did Paper grow?', 'Paper grew by 3%.', source), 'supported');
    assert.equal(verdict('Who led Paper?', 'Paper was led by Ruth Aird.', source) === 'supported', false);
    assert.equal(
      verdict('What does the kettle cost?', 'The kettle costs 65.', source) === 'supported',
      false,
    );
    assert.equal(verdict('What does the kettle cost?', 'The kettle costs 40.', source), 'supported');
  });

  it('sees swapped roles, in the active and the passive', () => {
    const source = 'The tenant pays the landlord every month. Acme bought Bolt from Crane in 2020.';
    assert.deepEqual(codes('Who pays?', 'The landlord pays the tenant every month.', source), ['role']);
    assert.equal(
      verdict('Who pays?', 'The landlord is paid by the tenant every month.', source),
      'supported',
    );
    assert.ok(codes('Who bought Bolt?', 'Bolt bought Acme in 2020.', source).includes('role'));
  });

  it('gives both dates where the source has another one', () => {
    const [reason] = ground({
      source: 'The board met in May 2023.',
      question: 'When did the board meet?',
      completion: 'The board met in March 2024.',
    }).grounding.reasons;
    assert.deepEqual([reason?.code, reason?.message], ['date', 'says March 2024, the source says May 2023']);
  });

  it('sees one deed told by two verbs, and who did it', () => {
    const source =
      'Marwood learned woodcut from a printer, Kenji Otani. Abbot Kell will replace Finch & Moor.';
    assert.equal(verdict('Who taught her?', 'Kenji Otani taught Marwood woodcut.', source), 'supported');
    assert.ok(codes('Who taught whom?', 'Marwood taught Kenji Otani woodcut.', source).includes('role'));
  });

  it('sees names beside what the source says of another', () => {
    const source =
      'Rovers will meet holders Port Vane at Crown Stadium on 24 May. Port Vane beat Selby Green.';
    const question = 'Whom do Rovers meet in the final?';
    assert.equal(verdict(question, 'They face the holders, Port Vane, on 24 May.', source), 'supported');
    assert.deepEqual(codes(question, 'They face the holders, Selby Green, on 24 May.', source), [
      'misplaced',
    ]);
  });

  it('takes one person and several, and others than those named, for what they are', () => {
    const source =
      'Air miles earned on business trips may be kept by the employee; the company does not claim them. The committee pays apprentices an advance, but no other staff.';
    for (const [question, answer] of [
      ['Who gets the air miles?', 'Employees may keep air miles earned on business trips.'],
      ['Who can ask for an advance?', 'The committees pay apprentices an advance, but no other employees.'],
    ] as const)
      assert.equal(verdict(question, answer, source), 'supported', answer);
    assert.ok(codes('Who pays?', 'Apprentices pay the committee an advance.', source).includes('role'));
  });

  it('takes values that follow from those of the source', () => {
    const source =
      'We recruited nurses from three hospitals in Utrecht and one in Ghent between October 2021 and June 2022. A return costs £34 for adults and £17 for children. Her show sold only three of its 46 prints.';
    for (const [question, answer] of [
      ['Where did they come from?', 'From four hospitals: three in Utrecht and one in Ghent.'],
      ['When were they recruited?', 'From October 2021 until June 2022.'],
      ['What do children pay?', 'Children pay £17, half of what adults pay.'],
      ['Was her show a success?', 'No, only three out of 46 prints were sold.'],
    ] as const)
      assert.equal(verdict(question, answer, source), 'supported', answer);
  });

  it('sees denials in other words, clause by clause', () => {
    const source =
      'If the balance is not paid, the Supplier may cancel the booking. The balance is due 14 days before delivery. Replace the filter every year; it may not be washed.';
    const wrong = [
      'The Supplier is not allowed to cancel the booking.',
      'The balance is due two weeks after delivery.',
    ];
    for (const answer of wrong)
      assert.ok(codes('What is said?', answer, source).includes('negation'), answer);
    for (const answer of ['The Supplier is allowed to cancel the booking.', 'The filter is not washable.'])
      assert.equal(verdict('What is said?', answer, source), 'supported', answer);
  });

  it('sees an answer that takes back its yes or no', () => {
    const source = 'The guarantee does not cover filters. The Free plan may be used commercially.';
    const commercial = 'May companies use the Free plan commercially?';
    assert.ok(codes(commercial, 'Yes, commercial use is not permitted.', source).includes('negation'));
    assert.equal(verdict(commercial, 'Yes, commercial use is permitted.', source), 'supported');
    assert.notEqual(
      verdict('Does the guarantee cover filters?', 'No, the guarantee covers filters.', source),
      'supported',
    );
  });

  it('weighs a bare yes or no against the question', () => {
    const source = 'Visitors may not park in the yard. Dogs are allowed in the garden.';
    assert.equal(verdict('May visitors park in the yard?', 'No.', source), 'supported');
    assert.notEqual(verdict('May visitors park in the yard?', 'Yes.', source), 'supported');
    assert.equal(verdict('Are dogs allowed in the garden?', 'Yes', source), 'supported');
  });

  it('takes the words of the question and of the heading as given', () => {
    const source = 'It opens at 9 am.';
    const completion = 'The Marlow Library opens at 9 am.';
    assert.notEqual(ground({ source, completion }).grounding.verdict, 'supported');
    assert.equal(ground({ source, completion, heading: ['Marlow Library'] }).grounding.verdict, 'supported');
  });

  it('does not judge what it cannot', () => {
    const one = ground({ source: ' ', completion: 'x' }).grounding;
    assert.deepEqual([one.verdict, one.reasons[0]?.code], ['unchecked', 'empty']);
    assert.equal(ground({ source: policy, completion: '  ' }).grounding.verdict, 'unchecked');
    const german =
      'Der Antrag muss innerhalb von 30 Tagen eingereicht werden, sonst wird er nicht bearbeitet.';
    assert.equal(verdict('Bis wann?', 'Innerhalb von 30 Tagen.', german), 'supported');
    assert.ok(codes('Bis wann?', 'Innerhalb von 60 Tagen.', german).includes('number'));
    const foreign = ground({
      source: german,
      completion: 'One has to file the application in a month, or nobody will look at it.',
    });
    assert.deepEqual(
      [foreign.grounding.verdict, foreign.grounding.reasons[0]?.code],
      ['unchecked', 'language'],
    );
    assert.equal(verdict('何日以内?', '30日以内', '申請は30日以内に提出してください。'), 'supported');
    assert.equal(
      verdict('何日以内?', '60日以内', '申請は30日以内に提出してください。') === 'supported',
      false,
    );
  });

  it('is quick with hostile input, and says when a text is too long', () => {
    const long = [
      'a'.repeat(1_000_000),
      '1,'.repeat(500_000),
      'not '.repeat(40_000),
      '| '.repeat(90_000),
      'Paul 12 '.repeat(24_000),
      'the cat. '.repeat(20_000),
    ];
    for (const text of long) {
      const start = performance.now();
      ground({
        source: text,
        question: text,
        completion: text.slice(0, 15_000),
        quotes: [text.slice(5, 9_000)],
      });
      assert.ok(performance.now() - start < 4_000, `${text.slice(0, 10)} took too long`);
    }
    const start = performance.now();
    ground({ source: 'open, not closed, '.repeat(1_100), completion: 'closed, not open, '.repeat(280) });
    assert.ok(performance.now() - start < 4_000, 'two lists without an end took too long');
    const { grounding } = ground({ source: 'a b '.repeat(60_000), completion: 'a b' });
    assert.deepEqual([grounding.verdict, grounding.reasons[0]?.code], ['unchecked', 'size']);
  });

  it('takes a prepared source', () => {
    const completion = 'Tom Wells approves flights.';
    assert.deepEqual(
      ground({ source: prepareSource(policy), completion }),
      ground({ source: policy, completion }),
    );
  });
});

describe('groundLine', () => {
  it('gives ranges in place of spans', () => {
    const result = groundLine({
      id: 7,
      source: policy,
      question: 'Who approves flights?',
      answer: 'Tom Wells approves flights.',
    });
    assert.ok(result.ok);
    const { id, verdict: given, supported, score, reasons, unsupported, evidence } = result.value;
    assert.deepEqual([id, given, supported, reasons, unsupported], [7, 'supported', true, [], []]);
    assert.equal(score, 1);
    assert.equal(policy.slice(...evidence[0]!), 'Tom Wells, the operations director, approves flights.');
  });

  it('says what a line lacks', () => {
    const result = groundLine({ id: 'x', source: 'y' });
    assert.ok(!result.ok);
    assert.match(result.error.message, /"answer" must be a text: each line needs/);
  });
});
