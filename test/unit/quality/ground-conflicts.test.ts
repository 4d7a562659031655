import { check } from './check-answers.js';

describe('ground, evidence of a conflict', () => {
  it('takes words that are denied in the source only, and are said plainly', () => {
    check({
      source: 'Mix by hand for five minutes. Never vortex. No human bone was found in the trench.',
      question: 'How is it mixed, and what was found?',
      holds: [
        'It is mixed by hand for five minutes; vortexing is never allowed.',
        'No human bone was found in the trench.',
      ],
      wrong: [
        ['negation', 'It is mixed by hand for five minutes; vortexing is allowed.'],
        ['negation', 'Human bone was found in the trench, too.'],
      ],
    });
  });

  it('tells what goes on from what is over', () => {
    check({
      source:
        'E4 means that the thermostat has lost the radio link to the relay. The lamp is still made today.',
      question: 'What does E4 mean, and is the lamp made?',
      holds: [
        'E4 means that the thermostat no longer has a radio link to the relay.',
        'The lamp is still made.',
      ],
      wrong: [
        ['negation', 'E4 means that the thermostat still has a radio link to the relay.'],
        ['negation', 'The lamp is no longer made today.'],
      ],
    });
  });

  it('reads "no one before" as "only after", and what is kept from happening as denied', () => {
    check({
      source:
        'No one uses the saw before passing the course. She hid the moulds so that they would not be seized.',
      question: 'What are the rules, and what happened to the moulds?',
      holds: [
        'You may use the saw only after passing the course.',
        'She hid the moulds to keep them from being seized.',
      ],
      wrong: [['negation', 'She hid the moulds so that they would be seized.']],
    });
  });

  it('sees who does what where neighbouring statements change places', () => {
    check({
      source:
        'The association runs the market. The association pays for the signs; the council provides the electricity.',
      question: 'Who pays for what?',
      holds: ['The association pays for the signs, and the council provides the electricity.'],
      wrong: [['role', 'The council pays for the signs, and the association provides the electricity.']],
    });
    check({
      source: 'The thermostat sends the key to the relay, not the other way round, so begin with the relay.',
      question: 'Why begin with the relay?',
      holds: ['Because it is the thermostat that sends the key to the relay.'],
      wrong: [['role', 'Because it is the relay that sends the key to the thermostat.']],
    });
  });

  it('leaves small words, particles and names alone that only look like opposites', () => {
    check({
      source:
        'Signs were found at 71 of the 118 sites, and nine sites above Corrie Falls now had signs; in 2011 it was 38 of the same 118. The invoices will be cut down to one a month.',
      question: 'How did it go?',
      holds: [
        'Signs turned up at 71 of the 118 sites.',
        'The share of sites with signs rose above Corrie Falls.',
      ],
      wrong: [],
    });
  });

  it('reads which way a value changes, and compares the two that an answer gives', () => {
    check({
      source:
        'Revenue came to $412 million, up 6% on the year. Odile cost 900 million euros and Berit 320 million euros. At least two people approve it.',
      question: 'How did the year go?',
      holds: [
        'Revenue came to $412 million, 6% more than a year earlier.',
        'Berit cost €320 million, much less than the €900 million of Odile.',
        'Two people or more approve it.',
      ],
      wrong: [
        ['negation', 'Revenue came to $412 million, 6% less than a year earlier.'],
        ['misplaced', 'Berit cost €320 million, much more than the €900 million of Odile.'],
        ['negation', 'Two people or fewer approve it.'],
      ],
    });
  });

  it('sees a "no" that goes on to say yes', () => {
    check({
      source: 'The boat takes dogs on all days but Sunday.',
      question: 'Can I bring my dog on the boat?',
      holds: ['Yes, the boat takes dogs.'],
      wrong: [['negation', 'No, the boat takes dogs.']],
    });
  });

  it('takes a name of the question as another one where the answer names someone else', () => {
    check({
      source:
        'E4 means that the thermostat has lost the radio link to the relay. E7 means that the batteries are too weak.',
      question: 'What does the code E4 mean?',
      holds: ['E4 means that the thermostat has lost its radio link.'],
      wrong: [['misplaced', 'E7 means that the thermostat has lost its radio link to the relay.']],
    });
  });

  it('works out what follows from two values, and reads a day as the end of its month', () => {
    check({
      source:
        'The rent of £48 falls due on 1 April; anyone over 65 pays half. It must be paid by the end of May. The work took 15 weeks instead of ten. The council will not sell the land before 2035.',
      question: 'What are the terms?',
      holds: [
        'People older than 65 pay only £24.',
        'It has to be paid by 31 May.',
        'The work took 15 weeks, five more than planned.',
        'The council will keep the land until at least 2035.',
      ],
      wrong: [
        ['number', 'People older than 65 pay only £29.'],
        ['date', 'It has to be paid by 17 May.'],
        ['number', 'The work took 15 weeks, seven more than planned.'],
      ],
    });
  });

  it('leaves turns alone that cancel each other', () => {
    check({
      source:
        'Anyone with savings of less than £16,000 can apply. It is the heaviest shoe in the test. It can be backdated only if you had a good reason for not applying sooner.',
      question: 'What are the limits?',
      holds: [
        'You cannot apply if you have £16,000 or more in savings.',
        'No shoe in the test is heavier.',
        'It can be backdated only if you had a good reason for applying late.',
      ],
      wrong: [['negation', 'You can apply if you have savings of more than £16,000.']],
    });
  });
});
