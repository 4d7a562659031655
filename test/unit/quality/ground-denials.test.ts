import { check } from './check-answers.js';

describe('ground, denials told in other words', () => {
  it('takes a denial for one that the source has by another word or of another one', () => {
    check({
      source:
        'The survey in May had not included the mast, since it was being repaired by Halden Marine. Spread a layer of straw in autumn. Do not use fresh bark, because it makes the roots rot. Lena failed her first examination in drawing and passed it on the second attempt.',
      question: 'What was done?',
      holds: [
        'The mast was not covered by the survey because it was being repaired.',
        'Fresh bark should not be spread, since it causes the roots to rot.',
        'Lena did not pass drawing at the first attempt.',
      ],
      wrong: [['negation', 'Do not spread a layer of straw in autumn.']],
    });
  });

  it('takes a denial for one that another sentence has after the word', () => {
    check({
      source: 'The basic desk sells ferry passes and maps; stamps are not sold.',
      question: 'What does the basic desk sell?',
      holds: ['The basic desk sells ferry passes and maps, but does not sell stamps.'],
      wrong: [['negation', 'The basic desk does not sell ferry passes.']],
    });
  });

  it('leaves a denied bound to the check of values', () => {
    check({
      source:
        'The wardens serve two years and may not serve more than three terms in a row. She called the fitter, who said that he could not come for at least an hour. He has never gone within a hundred metres of the hives.',
      question: 'What are the limits?',
      holds: [
        'The wardens serve for two years and no more than three terms in a row.',
        'The fitter said that he would need at least an hour before he could come.',
        'He has stayed at least a hundred metres away from the hives.',
      ],
      wrong: [
        ['negation', 'The wardens may serve more than three terms in a row.'],
        ['negation', 'The fitter said that he would need at most an hour before he could come.'],
      ],
    });
  });

  it('takes no case that is only supposed for the bound of the other one', () => {
    check({
      source:
        'Choose a place with at least six hours of sun a day. The water should have a hardness between 6.0 and 7.5; if it is softer, add 150 grams of chalk.',
      question: 'What if the water is too soft?',
      holds: ['If the hardness is lower than 6.0, add 150 grams of chalk.'],
      wrong: [['negation', 'Choose a place with at most six hours of sun a day.']],
    });
  });

  it('sees no opposite in an age, in a denied word or in a passive', () => {
    check({
      source:
        'The 17-year-old keeper, Bram Tolk, went up to open. Cut the stem off, or the bulb will stay small. Guides who fail the test are given a radio. The rain did not cause the wall to fall; it shortened the season.',
      question: 'What happened?',
      holds: [
        'The young keeper Bram Tolk went up to open.',
        'Unless the stem is cut off, the bulb will not grow large.',
        'Guides who fail the test get a radio.',
        'The rain did not make the wall fall, but it reduced the season.',
      ],
      wrong: [['negation', 'Unless the stem is cut off, the bulb will stay large.']],
    });
  });

  it('lets an answer say what the source goes on to say of what it sets apart', () => {
    check({
      source:
        'The pumps stay, except in the 14 huts on the shore, where larger ones will be fitted. The boathouse was broken into on 2 May, not 12 May as recorded. Hunting is allowed in the valley, but not in the forest.',
      question: 'What changes?',
      holds: [
        'Larger pumps will be fitted in the 14 huts on the shore.',
        'The date of the break-in at the boathouse was corrected from 12 May to 2 May.',
      ],
      wrong: [['negation', 'Hunting is allowed in the forest.']],
    });
  });

  it('takes a denial that ends a clause, or tells a condition from its other side, for the one of the source', () => {
    check({
      source:
        'Requests of guests that fail are not counted, but those of members that fail are. Wardens may take time off, which must be used within eight weeks, or it lapses.',
      question: 'What is counted, and what lapses?',
      holds: [
        'Failing requests of members are counted, whereas those of guests are not.',
        'Time off lapses if it is not used within eight weeks.',
      ],
      wrong: [['negation', 'Wardens may not take time off.']],
    });
  });
});
