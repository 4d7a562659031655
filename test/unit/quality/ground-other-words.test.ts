import { check } from './check-answers.js';

describe('ground, true answers in other words', () => {
  it('reads times and ranges however they are written', () => {
    check({
      source:
        'Lamps are put out at 10 pm. The yard is being paved (May to July). The ferry was stuck from 14:10 and got free at 18:50.',
      question: 'What happens when?',
      holds: [
        "Lamps are put out at ten o'clock in the evening.",
        'The yard is being paved from May to July.',
        'The ferry was stuck for more than four and a half hours.',
      ],
      wrong: [
        ['date', "Lamps are put out at eleven o'clock in the evening."],
        ['number', 'The ferry was stuck for more than nine hours.'],
      ],
    });
  });

  it('works out what is left of a total', () => {
    check({
      source: 'Of the £90,000 granted, £40,000 goes to the roof and £35,000 to the organ.',
      question: 'How much is left?',
      holds: ['After the roof and the organ, £15,000 is left.'],
      wrong: [['number', 'After the roof and the organ, £25,000 is left.']],
    });
  });

  it('takes a denial for a bound or a deadline', () => {
    check({
      source:
        'Results are expected in October. Dogs may use the beach before 10 a.m. only. Carts must be lifted by at least three people. Orders may be changed up to 48 hours before delivery.',
      question: 'What are the limits?',
      holds: [
        'Results are not expected before October.',
        'Dogs may not use the beach after 10 a.m.',
        'Fewer than three people should not lift carts.',
        'Orders may be changed until 48 hours before delivery.',
      ],
      wrong: [
        ['negation', 'Results are not expected in October.'],
        ['negation', 'Carts must be lifted by at most three people.'],
      ],
    });
  });

  it('takes advice against something for a denial', () => {
    check({
      source: 'Do not put stones in the bottom of the pot, as they hold up the water.',
      question: 'What about stones?',
      holds: [
        'The nursery advises against putting stones in the bottom of the pot, as they hold up the water.',
      ],
      wrong: [['negation', 'Put stones in the bottom of the pot, as they hold up the water.']],
    });
  });

  it('takes no part of a word with a hyphen, and no noun that begins a sentence, for something else', () => {
    check({
      source:
        'A ball-point needle is used for stretch fabrics: it pushes the threads apart. Tenants pay $40 for a permit, and the permit hangs in Mill Street.',
      question: 'What is used, and who pays?',
      holds: [
        'For stretch fabrics, one uses a ball-point needle, which pushes the threads apart.',
        'Tenants pay $40 for a permit.',
      ],
      wrong: [['unit', 'Tenants pay €40 for a permit.']],
    });
  });

  it('answers no by an opposite or by figures', () => {
    check({
      source: 'Net debt fell from £71 million to £58 million. Takings came to £90,000 and costs to £80,000.',
      question: 'Has net debt gone up?',
      holds: ['No, it has gone down from £71 million to £58 million.'],
      wrong: [['number', 'No, it has gone down from £71 million to £38 million.']],
    });
  });
});
