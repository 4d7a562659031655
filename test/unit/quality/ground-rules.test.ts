import assert from 'node:assert/strict';
import { ground } from '../../../src/core/quality/index.js';
import { check } from './check-answers.js';

describe('ground, word by word', () => {
  it('sees a thing put in the place of another one, and says which', () => {
    check({
      source: 'The rest of the timber was donated to a local school in April, free of charge.',
      question: 'What happened to the timber?',
      holds: [
        'It was given to a school in the area.',
        'The remaining timber was handed to a local school.',
        'A school got it.',
      ],
      wrong: [['content', 'The rest of it was donated to a local hospital in April.']],
    });
    const { reasons } = ground({
      source: 'Dengue is transmitted by mosquitoes of the genus Aedes.',
      question: 'How is dengue spread?',
      completion: 'Dengue is transmitted by ticks of the genus Aedes.',
    }).grounding;
    assert.equal(reasons[0]?.message, 'may say "ticks" where the source says "mosquitoes"');
  });

  it('takes the active for the passive, and a noun for its genitive', () => {
    check({
      source: 'Dead fish were reported by a shepherd. One group received a placebo of saline.',
      question: 'What was reported and received?',
      holds: ['A shepherd reported dead fish.', 'One group received a saline placebo.'],
      wrong: [],
    });
  });

  it('takes nothing for exchanged that is not of a kind, or told in the other voice', () => {
    check({
      source: 'In frost the range drops by as much as 40 percent. The crew leaves a red tag on the handle.',
      question: 'What do frost and the crew do?',
      holds: [
        'Frost can reduce the range by up to 40 percent.',
        'In that case a red tag is left on the handle by the crew.',
      ],
      wrong: [],
    });
    check({
      source:
        'Changes to the file format or the public interface need a written proposal, called a Note. Her letters she left to Ines.',
      question: 'When is a Note needed, and who got the letters?',
      holds: [
        'A Note is needed for changes to the file format or the public interface.',
        'Ines was left the letters.',
      ],
      wrong: [],
    });
  });

  it('takes two values for themselves whichever is told first', () => {
    check({
      source:
        'Households of six or more people, or with two or more children in nappies, may apply for a larger bin.',
      question: 'Who may apply?',
      holds: [
        'Households with six or more people, or with at least two children in nappies, can apply for a larger bin.',
      ],
      wrong: [],
    });
  });

  it('takes a name in two parts of a sentence for no exchanged one, and the unit of the clause before', () => {
    check({
      source:
        'Aldermere, unbeaten until then, made 231 for 7 at Thornley, and the home team were 96 for 6 when rain held things up. Okafor and Reeve added 118, and Thornley won by two wickets.',
      question: 'What happened in the match?',
      holds: [
        'Aldermere made 231 for 7 and Thornley were 96 for 6 when rain held things up, but Okafor and Reeve added 118 and Thornley won by two wickets.',
      ],
      wrong: [
        [
          'role',
          'Aldermere won by two wickets after Okafor and Reeve had added 118, while Thornley had made 231 for 7, unbeaten until then.',
        ],
      ],
    });
    check({
      source:
        'Mr Raman proposed to raise the rent for a full plot from £52 to £58 a year and for a half plot from £28 to £31.',
      question: 'How will the rent change?',
      holds: ['A full plot will cost £58 a year instead of £52, and a half plot £31 instead of £28.'],
      wrong: [],
    });
    check({
      source: 'There are five levels. The guarantee is two years; with the form, five.',
      question: 'How long is the guarantee?',
      holds: ['With the form the guarantee is five years.'],
      wrong: [],
    });
  });

  it('takes the one that the source speaks of, and those whom it orders something, for what they are', () => {
    check({
      source:
        'Thornley won twelve matches. Thornley lost four. Nobody at Thornley spoke of promotion. Division One requires covers for the whole square and an electronic scoreboard. Complete the form on the website of the council and upload a utility bill.',
      question: 'What is asked for?',
      holds: [
        'Thornley must have covers for the whole square and an electronic scoreboard.',
        'Applicants must complete the form and upload a utility bill.',
      ],
      wrong: [],
    });
  });

  it('takes synonyms, kinds and words of one root for the word itself', () => {
    check({
      source:
        'The technician mends broken bicycles for residents. The strongest earthquake was felt in two villages.',
      question: 'What happens?',
      holds: [
        'The technician repairs damaged bikes for people who live there.',
        'Two villages noticed the most powerful quake.',
      ],
      wrong: [],
    });
  });

  it('sees numbered and lettered things that the source does not have', () => {
    check({
      source: 'Zone K and zone L are full. Serotypes 1, 2 and 3 were found; port 7070 is open.',
      question: 'What does it say?',
      holds: ['Zone L is full.', 'Serotype 3 was found.'],
      wrong: [
        ['number', 'Zone M is full.'],
        ['number', 'Port 8080 is open.'],
      ],
    });
  });
});

describe('ground, part by part', () => {
  it('sees two parts of a sentence that each join what the source says in two', () => {
    check({
      source:
        'The lads brought in the herring, the women gutted and packed them. A lost permit is replaced for £12; a stolen one is replaced free of charge.',
      question: 'How is it done?',
      holds: [
        'The lads carried in the herring, and the women did the gutting and packing.',
        'The women gutted the herring, which the lads brought in.',
        'For a stolen permit there is no charge, whereas a lost one costs £12.',
      ],
      wrong: [
        ['role', 'The women carried in the herring, and the lads did the gutting and packing.'],
        ['role', 'A lost permit is replaced free of charge, whereas a stolen one costs £12.'],
      ],
    });
  });

  it('sees ways turned round', () => {
    check({
      source: 'The water has turned from turquoise to grey.',
      question: 'What happened to the water?',
      holds: ['It went from turquoise to grey.'],
      wrong: [['role', 'It went from grey to turquoise.']],
    });
  });

  it('sees what is set apart put in the place of what is not', () => {
    check({
      source: 'We put it down to magma rising rather than to steam pressure.',
      question: 'What is the cause?',
      holds: ['They attribute it to rising magma and not to steam pressure.'],
      wrong: [['negation', 'They attribute it to steam pressure and not to rising magma.']],
    });
  });

  it('reads a denial that ends its clause as one of what stands before it', () => {
    check({
      source: 'An advance can be requested by apprentices, but not by other staff.',
      question: 'Who can ask for an advance?',
      holds: ['Only apprentices can request one; other employees cannot.'],
      wrong: [['negation', 'Only other staff can request an advance; apprentices cannot.']],
    });
  });
});

describe('ground, the answer in itself', () => {
  const source =
    'Coffee drinking fell from 3.4 to 2.6 cups. Only 900 of the 14,000 objects are shown. Attendance was 95.2 per cent, below the target of 96 per cent. It no longer runs on Windows.';

  it('sees values that contradict their verb, their whole or their comparison', () => {
    check({
      source,
      question: 'What does the report say?',
      holds: [
        'Coffee drinking went down from 3.4 cups to 2.6.',
        'Of the 14,000 objects, only 900 are shown.',
        'Attendance was 95.2 per cent, which is below the target of 96 per cent.',
      ],
      wrong: [
        ['misplaced', 'Coffee drinking went down from 2.6 cups to 3.4.'],
        ['misplaced', 'Only 14,000 of the 900 objects are shown.'],
        ['misplaced', 'Attendance was 95.2 per cent, which is above the target of 96 per cent.'],
      ],
    });
  });

  it('sees words that go with a denial that is not there', () => {
    check({
      source,
      question: 'Which systems does it support?',
      holds: ['It does not run on Windows any more.'],
      wrong: [['negation', 'It runs on Windows any more.']],
    });
  });
});

describe('ground, in free paraphrase', () => {
  it('weighs a name only against those of other sentences', () => {
    check({
      source:
        'The boat was to have docked in Stockholm after an overnight trip from Tallinn. Philip Morris cited gains in Germany, Italy and Russia.',
      question: 'What is said?',
      holds: ['The boat had set out from Tallinn.', 'Philip Morris sold more in Russia.'],
      wrong: [],
    });
  });

  it('tells words apart that share a stem with others that have an opposite', () => {
    check({
      source: 'Almere costs us 22% less per rack. At 16:47 the train came to a stand.',
      question: 'What is said?',
      holds: ['Almere is 22% cheaper per rack.', 'The train stopped at 16:47.'],
      wrong: [],
    });
  });

  it('takes what is free of charge as what costs nothing, and a ban as a denial', () => {
    check({
      source: 'Guests may come twice a month, free of charge. We were not allowed to talk.',
      question: 'What are the rules?',
      holds: ['Guests can come twice a month at no charge.', 'Talking was forbidden.'],
      wrong: [['negation', 'Talking was allowed.']],
    });
  });
});

describe('ground, words for one another', () => {
  it('sees two of a kind that stand in each other’s place', () => {
    check({
      source:
        'At the bedside the outgoing nurse presents each patient to the incoming nurse. Locomotives from Stoke Vale ran out of fuel at Bram Tunnel.',
      question: 'What happens?',
      holds: [
        'The outgoing nurse presents each patient to the incoming nurse.',
        'A locomotive from Stoke Vale ran out of fuel at Bram Tunnel.',
      ],
      wrong: [
        ['role', 'The incoming nurse presents each patient to the outgoing nurse.'],
        ['role', 'A locomotive from Bram Tunnel ran out of fuel at Stoke Vale.'],
      ],
    });
  });

  it('sees a noun that no word of the source stands for', () => {
    check({
      source: 'Those at risk of falls wear a yellow wristband, patients with allergies a red one.',
      question: 'What does a red wristband mean?',
      holds: ['A red wristband marks a patient with an allergy.'],
      wrong: [['content', 'A red wristband marks a patient with diabetes.']],
    });
  });

  it('takes nouns that a paraphrase brings in, and sees things in the place of others of their kind', () => {
    check({
      source:
        'Their boathouse burned down, so the crew trains in a boat borrowed from Holme. Combined with aspirin, it may cause bleeding in the stomach.',
      question: 'What is said?',
      holds: [
        'The story goes that their boathouse burned down.',
        'The crew trains in a boat that Holme lent them.',
        'Together with aspirin it may make the stomach bleed.',
      ],
      wrong: [['content', 'Together with aspirin it may make the kidneys bleed.']],
    });
  });

  it('takes the counts of a share by themselves, but no length of time for a place in a row', () => {
    check({
      source:
        'Last year it happened with 19 out of 2,300. Neither may end it before the sixth month is over.',
      question: 'How often and how long?',
      holds: ['It happened 19 times last year among 2,300.'],
      wrong: [['number', 'It may be ended once six weeks are over.']],
    });
  });

  it('knows a word as the opposite of several others', () => {
    check({
      source: 'The oldest piece is a bench from 1762. We read this as magma rising into a chamber.',
      question: 'What is said?',
      holds: ['The oldest piece is a bench from 1762.'],
      wrong: [
        ['negation', 'The newest piece is a bench from 1762.'],
        ['negation', 'It is read as magma sinking into a chamber.'],
      ],
    });
  });

  it('compares the period that a value is for', () => {
    check({
      source:
        'Interest comes to 34.9% a year. The machine tied 40 knots a minute. Brine has 30 grams per litre.',
      question: 'How much is it?',
      holds: [
        'Interest is 34.9% per year.',
        'It tied 40 knots every minute.',
        'There are 30 grams in each litre of brine.',
      ],
      wrong: [
        ['unit', 'Interest comes to 34.9% a month.'],
        ['unit', 'The machine tied 40 knots an hour.'],
        ['unit', 'Brine has 30 grams per barrel.'],
      ],
    });
  });

  it('reads a bound behind what the value is a part of', () => {
    check({
      source: 'At least three quarters of a plot must be cultivated.',
      question: 'How much must be cultivated?',
      holds: ['Three quarters of the plot or more must be cultivated.'],
      wrong: [['negation', 'Three quarters of the plot or less must be cultivated.']],
    });
  });
});
