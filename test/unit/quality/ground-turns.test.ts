import assert from 'node:assert/strict';
import { ground } from '../../../src/core/quality/index.js';
import { check } from './check-answers.js';

describe('ground, denials and roles by clause', () => {
  it('sees two things whose statements have changed places, be they in one sentence or in two', () => {
    check({
      source:
        'A landslide destroyed the village of Orlen within four minutes. The village of Tamsin, in the next valley, was covered by 40 centimetres of mud.\n\nThe lodge is a place for cooking and washing; the barn is a silent area.',
      question: 'What happened, and what is there?',
      holds: [
        'Orlen was destroyed by a landslide within four minutes, and Tamsin was covered by 40 centimetres of mud.',
        'The lodge is for cooking and washing, whereas the barn is a silent area.',
      ],
      wrong: [
        [
          'role',
          'Tamsin was destroyed by a landslide within four minutes, and Orlen was covered by 40 centimetres of mud.',
        ],
        ['role', 'The barn is for cooking and washing, whereas the lodge is a silent area.'],
      ],
    });
  });

  it('sees a verb or a comparison whose two sides have changed places', () => {
    check({
      source:
        'Couriers send parcels directly to the depot. A single warden can manage up to 400 lockers. Old coats last much longer than jackets.',
      question: 'How does it work?',
      holds: [
        'The couriers send the parcels directly to the depot.',
        'One warden manages up to 400 lockers.',
        'Up to 400 lockers can be managed by a single warden.',
        'Old coats last much longer than jackets do.',
      ],
      wrong: [
        ['role', 'The depot sends parcels directly to the couriers.'],
        ['role', 'One locker manages up to 400 wardens.'],
        ['role', 'Jackets last much longer than old coats.'],
      ],
    });
  });

  it('sees two words without which a sentence would follow its source, were they exchanged', () => {
    check({
      source:
        'Only members of the harbour office may order a dredging. Anyone on the pier may order a survey by radio. Oil the upper bearing before the lower one, and wait an hour. The ferryman is paid by the parish.',
      question: 'Who may order what, and what is paid for?',
      holds: [
        'Only the harbour office may order a dredging, whereas anyone on the pier may order a survey.',
        'The upper bearing is oiled before the lower one.',
        'The parish pays the ferryman.',
      ],
      wrong: [
        [
          'role',
          'Only the harbour office may order a survey, whereas anyone on the pier may order a dredging.',
        ],
        ['role', 'The lower bearing is oiled before the upper one, after which one waits an hour.'],
      ],
    });
  });

  it('sees "even" where the source makes a condition', () => {
    check({
      source:
        'A third pass is issued only where a member of the household holds a badge. The ramp is open, even if it rains.',
      question: 'When does it apply?',
      holds: [
        'A third pass is issued only if a member of the household holds a badge.',
        'The ramp stays open even if it rains.',
      ],
      wrong: [['negation', 'A third pass is issued even if no member of the household holds a badge.']],
    });
  });

  it('sees a denial of what denies, or of one of two opposites, that the source does not have', () => {
    check({
      source:
        'The council refused to appoint a deputy. The coach is paid by the club. The guard cannot be stopped from entering.',
      question: 'What was decided?',
      holds: [
        'The council refused to appoint a deputy.',
        'The club pays the coach.',
        'No one can stop the guard from entering.',
      ],
      wrong: [
        ['negation', 'The council did not refuse to appoint a deputy.'],
        ['negation', 'The coach is not paid by the club.'],
      ],
    });
  });

  it('takes a long sentence without full stops in its stride', () => {
    const clause =
      'the porter never sends the trunk to the depot, but the clerk even lends it and does not refuse, ';
    const source = clause.repeat(60);
    const started = performance.now();
    ground({ source, question: 'Who sends it?', completion: source.slice(2) });
    assert.ok(performance.now() - started < 1000);
  });
});
