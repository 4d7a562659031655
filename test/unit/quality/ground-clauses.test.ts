import { check } from './check-answers.js';

describe('ground, sentences turned', () => {
  it('sees a word in the place of its opposite, beside the same neighbours', () => {
    check({
      source:
        'The rock proved too soft, so the road was led around the hill in a loop, which added 3 kilometres. Anyone who has not paid by May will lose the plot. The varnish shrinks when the air is dry. The treasurer raised the rent.',
      question: 'What is known of it?',
      holds: [
        'The rock was too soft, so the road went around the hill in a loop that added 3 kilometres.',
        'The varnish shrinks in dry air.',
        'Those who have not paid by May lose their plot.',
        'The rent was raised by the treasurer.',
      ],
      wrong: [
        [
          'negation',
          'The rock was too soft, so the road went around the hill in a loop that saved 3 kilometres.',
        ],
        ['negation', 'The varnish swells when the air is dry.'],
        ['negation', 'The treasurer lowered the rent.'],
      ],
    });
  });

  it('takes opposites for the same where one of them is denied, or both are meant', () => {
    check({
      source:
        'Smoking is prohibited indoors. The larger pump is louder, the smaller one quieter. The gate stayed closed on Monday.',
      question: 'What are the rules?',
      holds: [
        'Smoking is not allowed indoors.',
        'The larger pump is loud, and the smaller one is quieter.',
        'The gate was not open on Monday.',
      ],
      wrong: [['negation', 'Smoking is allowed indoors.']],
    });
  });

  it('sees a denial added or left out in one clause of several', () => {
    check({
      source:
        'Applications go to Mr Lindt, who decides within thirty days. A refusal may be appealed to the director. Rings may be kept on, but watches must not be worn.',
      question: 'What applies?',
      holds: [
        'Mr Lindt decides on applications within thirty days, and a refusal may be appealed to the director.',
        'Rings may be kept on, while watches must not be worn.',
      ],
      wrong: [
        [
          'negation',
          'Mr Lindt decides on applications within thirty days, and a refusal may not be appealed to the director.',
        ],
        ['negation', 'Rings may be kept on, and watches may be worn.'],
      ],
    });
  });

  it('sees a unit of time in the place of another one, and a value that has its unit from another sentence', () => {
    check({
      source:
        'Plots are let by the year. The race will be held a week earlier. A card is valid for three weeks; the letter must be no more than three months old.',
      question: 'How long, and when?',
      holds: [
        'Plots are let by the year.',
        'The race is held a week earlier.',
        'The letter may not be more than three months old, and the card is valid for three weeks.',
      ],
      wrong: [
        ['unit', 'Plots are let by the month.'],
        ['unit', 'The race will be held a month earlier.'],
        ['unit', 'The letter must be no more than three weeks old.'],
      ],
    });
  });

  it('takes no compound for a denial, and two turns for none', () => {
    check({
      source:
        'Your no-claims discount will fall from 30 to 20 percent. Workshop staff do not have flexible starts. The depot was closed in May.',
      question: 'What changes?',
      holds: [
        'The discount falls from 30 to 20 percent.',
        'Workshop staff have fixed starts.',
        'The depot was not open in May.',
      ],
      wrong: [
        ['negation', 'The discount will not fall from 30 to 20 percent.'],
        ['negation', 'Workshop staff have flexible starts.'],
        ['negation', 'The depot was open in May.'],
      ],
    });
  });
});
