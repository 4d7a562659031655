import { answered, type Candidate, type Rule } from '../candidate.js';
import { firstStretch, isWhole } from '../language/phrases.js';
import { finish, invert, phrase, setting, subjectText } from '../language/question.js';
import { isNumber, words, type Token } from '../language/tokens.js';
import { durationLength, timeLength } from '../language/times.js';
import { verbAs } from '../language/verbs.js';
import { isNamed } from './complements.js';

const RISING =
  /^(?:rise|increase|fall|grow|drop|decline|shrink|decrease|reduce|cut|raise|improve|exceed|widen|shorten|lengthen|lower)$/;

/** Until when a thing goes on, in which cases alone it is done, and by how much it changes. */
export const limits: Rule = (reading): Candidate[] => {
  const { clause, casing } = reading;
  if (!clause || clause.negated || !isNamed(clause.subject)) return [];
  const where = setting(clause);
  if (where === undefined) return [];
  const { rest } = clause;
  const made: Candidate[] = [];
  // "will keep running until at least March 2026"
  const until = rest.findIndex((token) => token.low === 'until');
  const before = rest.slice(0, until);
  const hedge = rest[until + 1]?.low === 'at' && rest[until + 2]?.low === 'least' ? 2 : 0;
  if (
    until >= 0 &&
    until <= 5 &&
    timeLength(rest, until + 1 + hedge) > 0 &&
    LASTING.test(clause.base) &&
    isWhole(before, 5) &&
    (clause.base !== 'keep' || verbAs(before[0]?.low ?? '', 'gerund'))
  )
    made.push(
      answered(
        reading,
        invert('Until when', clause, [...before, ...where], casing),
        'until when',
        'factual',
        0.85,
      ),
    );
  // "is only recorded where it affects the service"
  const only = clause.group.some((token) => token.low === 'only') || rest[0]?.low === 'only';
  const said = rest[0]?.low === 'only' ? rest.slice(1) : rest;
  const at = said.findIndex((token) => /^(?:where|if|when)$/.test(token.low));
  if (
    only &&
    clause.passive &&
    at >= 0 &&
    at <= 4 &&
    words(said.slice(at)).length >= 4 &&
    isWhole(said.slice(0, at), 4) &&
    !said.slice(at).some((token) => token.mark)
  )
    made.push(
      answered(
        reading,
        invert('When', without(clause, 'only'), [...said.slice(0, at), ...where], casing),
        'when only',
        'inferential',
        0.8,
      ),
    );
  // "are expected to rise by about 6 per cent in April"
  const by = rest.findIndex((token) => token.low === 'by');
  const rise = rest[0]?.low === 'to' && RISING.test(rest[1]?.low ?? '');
  if (
    by >= 0 &&
    by <= 4 &&
    (rise || RISING.test(clause.base)) &&
    isAmount(rest, by + 1) &&
    isWhole(rest.slice(0, by), 4)
  ) {
    const after = firstStretch(rest.slice(by + 1));
    const end = after.findIndex((token) => /^(?:in|on|from|during|since|over|between|at)$/.test(token.low));
    const time = end > 0 && isWhole(after.slice(end), 6) ? after.slice(end) : [];
    made.push(
      answered(
        reading,
        invert('By how much', clause, [...rest.slice(0, by), ...time, ...where], casing),
        'by how much',
        'factual',
        0.85,
      ),
    );
  }
  // "is thought to live for as long as fifteen years"
  const forHow = rest.findIndex((token, i) => token.low === 'for' && i > 1);
  const years = forHow + (rest[forHow + 1]?.low === 'as' ? 4 : 1);
  if (
    forHow > 1 &&
    forHow <= 4 &&
    rest[0]?.low === 'to' &&
    clause.passive &&
    /^(?:live|last|survive|stay|remain)$/.test(rest[1]?.low ?? '') &&
    durationLength(rest, years) > 0
  )
    made.push(
      answered(
        reading,
        finish(
          `How long ${clause.auxiliary?.low ?? 'is'} ${subjectText(clause, casing)} ${clause.verb.text} ${phrase(rest.slice(0, forHow))}`,
        ),
        'how long live',
        'factual',
        0.85,
      ),
    );
  return made;
};

/** What goes on. */
const LASTING =
  /^(?:keep|remain|stay|last|continue|run|operate|serve|extend|apply|hold|close|open|postpone|suspend)$/;

const without = <T extends { readonly group: readonly Token[] }>(clause: T, word: string): T => ({
  ...clause,
  group: clause.group.filter((token) => token.low !== word),
});

/** "about 6 per cent", "44%", "£12", "a fifth". */
function isAmount(rest: readonly Token[], from: number): boolean {
  const at = /^(?:about|around|nearly|almost|over|roughly|some|up|at|more|less|only)$/.test(
    rest[from]?.low ?? '',
  )
    ? from + (/^(?:than|to|least|most)$/.test(rest[from + 1]?.low ?? '') ? 2 : 1)
    : from;
  const word = rest[at];
  return (
    word !== undefined &&
    (isNumber(word.low) ||
      /^[$£€]?\d/.test(word.text) ||
      (word.low === 'a' && /^(?:third|quarter|fifth|tenth|half)$/.test(rest[at + 1]?.low ?? '')))
  );
}
