import type { Token } from './tokens.js';

/**
 * On which side of a value a statement lies: 1 for "at least 5", "after 5 May", "over 18"; -1 for "at most 5",
 * "within 30 days", "before noon"; 0 for the value itself.
 */
export type Side = -1 | 0 | 1;

interface Bound {
  readonly side: Side;
  /** "more than", "less than": not the value itself. */
  readonly strict: boolean;
  /** "about", "nearly": the value is rounded. */
  readonly about: boolean;
}

const up = new Map<string, Side>();
for (const word of 'over above exceeding exceed exceeds exceeded minimum min beyond after since from starting beginning onwards least'.split(
  ' ',
)) {
  up.set(word, 1);
}
for (const word of 'under below within maximum max before by until till most upto'.split(' '))
  up.set(word, -1);
const comparatives = new Map<string, Side>();
for (const word of 'more greater longer higher later larger older better bigger warmer hotter heavier wider taller deeper thicker faster dearer'.split(
  ' ',
))
  comparatives.set(word, 1);
for (const word of 'less fewer shorter lower earlier smaller younger sooner colder cooler lighter narrower thinner slower cheaper'.split(
  ' ',
))
  comparatives.set(word, -1);
const approximate = /^(?:about|approximately|around|roughly|nearly|almost|circa|some|approx|close|just)$/;
const turns = /^(?:no|not|never|cannot|without|nor)$|n't$/;

const side = (value: number): Side => (value > 0 ? 1 : value < 0 ? -1 : 0);

function before(tokens: readonly Token[], from: number): Bound {
  let about = false;
  for (let j = from - 1; j >= Math.max(0, from - 5); j--) {
    const token = tokens[j]!;
    const low = token.word.low;
    const steps = from - 1 - j;
    if (token.text === '~' || token.text === '≈') return { side: 0, strict: false, about: true };
    if (token.text === '>' || token.text === '≥') return { side: 1, strict: false, about };
    if (token.text === '<' || token.text === '≤') return { side: -1, strict: false, about };
    if (token.kind === 'mark' && !/^[$£€¥₹(–-]$/.test(token.text)) break;
    if (approximate.test(low)) {
      about = true;
      continue;
    }
    const compared = comparatives.get(low);
    const previous = tokens[j - 1]?.word.low ?? '';
    const turned = turns.test(previous) || turns.test(tokens[j - 2]?.word.low ?? '') ? -1 : 1;
    if (compared !== undefined && tokens[j + 1]?.word.low === 'than')
      return { side: side(compared * turned), strict: turned > 0, about };
    if (low === 'to' && previous === 'up') return { side: -1, strict: false, about };
    const plain = up.get(low);
    if (plain !== undefined) {
      if ((low === 'least' || low === 'most') && previous !== 'at') break;
      const exceeding = low.startsWith('exceed') || low === 'over' || low === 'above' || low === 'beyond';
      return { side: exceeding ? side(plain * turned) : plain, strict: false, about };
    }
    // "the maximum payload is 512 KB"
    if (steps > 0 && /^(?:is|was|of|are|were|be|:)$/.test(tokens[from - 1]!.word.low)) {
      const limit = /^max(?:imum)?$/.test(previous) ? -1 : /^min(?:imum)?$/.test(previous) ? 1 : 0;
      if (limit !== 0) return { side: limit, strict: false, about };
    }
    if (token.kind === 'number' || steps > 3) break;
    if (
      !/^(?:than|of|the|a|an|to|at|is|be|age|aged|ages|us|usd|gbp|eur|and|end|start|beginning|middle|version)$/.test(
        low,
      ) &&
      token.kind === 'word' &&
      // "at least Go 1.21"
      !(steps === 0 && token.capital)
    )
      break;
  }
  return { side: 0, strict: false, about };
}

const measured = /^(?:wide|long|high|tall|deep|thick|old|away|apart)$/;

/** The words between a value and what limits it: "metres wide", "people" or "a week" before "or more". */
function wordsBeforeOr(tokens: readonly Token[], value: number): number {
  const first = tokens[value]?.word;
  if (first === undefined) return 0;
  if (measured.test(first.low)) return 1;
  // "three quarters of the plot or more"
  if (first.low === 'of') {
    const noun = /^(?:an?|the|its|their|his|her|your|all|each|every)$/.test(tokens[value + 1]?.word.low ?? '')
      ? 2
      : 1;
    return tokens[value + noun + 1]?.word.low === 'or' ? noun + 1 : 0;
  }
  const plain = tokens[value]!.kind === 'word' && !first.stop;
  if (plain && tokens[value + 1]?.word.low === 'or') return 1;
  return /^(?:an?|per|each)$/.test(first.low) && tokens[value + 2]?.word.low === 'or' ? 2 : 0;
}

function after(tokens: readonly Token[], value: number): Side {
  // "three metres wide or more"
  const to = value + wordsBeforeOr(tokens, value);
  const [first, second] = [tokens[to], tokens[to + 1]];
  if (first === undefined) return 0;
  if (first.text === '+' && first.glued) return 1;
  const low = first.word.low;
  if ((low === 'or' || low === 'and') && second !== undefined && tokens[to + 2]?.word.low !== 'than') {
    if (/^(?:more|over|above|older|greater|longer|higher|later|upwards|up|larger)$/.test(second.word.low))
      return 1;
    if (/^(?:less|fewer|under|below|younger|shorter|lower|earlier|smaller)$/.test(second.word.low)) return -1;
  }
  if (low === 'minimum' || low === 'onwards') return 1;
  if (low === 'maximum') return -1;
  // "at the latest"
  if (low === 'at' && second?.word.low === 'the') {
    const limit = tokens[to + 2]?.word.low;
    if (limit === 'latest') return -1;
    if (limit === 'earliest') return 1;
  }
  // "at most", "at the least"
  const end = low === 'at' && second?.word.low === 'the' ? to + 2 : to + 1;
  const last = tokens[end];
  // "every household within 500 feet at least 72 hours before" bounds what follows.
  const next = tokens[end + 1];
  const leads = next?.kind === 'number' || next?.word.opensNumber === true;
  if (low === 'at' && !leads && (last?.word.low === 'least' || last?.word.low === 'most'))
    return last.word.low === 'least' ? 1 : -1;
  return 0;
}

/** The bound that stands around the value in tokens `from` to `to`. */
export function boundOf(tokens: readonly Token[], from: number, to: number): Bound {
  const ahead = before(tokens, from);
  // "no later than ten days before departure", "up to ten days before" and "at least ten days before" say the same.
  if (
    /^(?:before|prior|ahead)$/.test(tokens[to]?.word.low ?? '') &&
    /^(?:minute|hour|day|night|week|fortnight|month|year)s?$/.test(tokens[to - 1]!.word.low)
  ) {
    const [second, third] = [tokens[from - 2]?.word.low ?? '', tokens[from - 3]?.word.low ?? ''];
    const turned = turns.test(third) || turns.test(tokens[from - 4]?.word.low ?? '');
    const until = /^(?:until|till)$/.test(tokens[from - 1]?.word.low ?? '');
    const late = (/^(?:later|less|fewer)$/.test(second) && turned) || second === 'up' || until;
    // "no earlier than 11 weeks before", "not more than 11 weeks before"
    if (second === 'earlier') return { side: turned ? -1 : 1, strict: !turned, about: ahead.about };
    return late ? { side: 1, strict: false, about: ahead.about } : ahead;
  }
  // "until the end of May at the earliest"
  if (ahead.side !== 0 && /^(?:at|or)$/.test(tokens[to]?.word.low ?? '')) {
    const behind = after(tokens, to);
    if (behind !== 0) return { side: behind, strict: false, about: ahead.about };
  }
  return ahead.side !== 0 ? ahead : { side: after(tokens, to), strict: false, about: ahead.about };
}
