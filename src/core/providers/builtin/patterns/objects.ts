import type { Clause } from '../language/clause.js';
import { answered, type Candidate, type Rule } from '../candidate.js';
import { askedNoun } from './asked-noun.js';
import { isWhole, firstStretch } from '../language/phrases.js';
import { isPlural, timeUnits } from '../language/nouns.js';
import { askWhat, finish, invert, phrase, setting } from '../language/question.js';
import { isFunctionWord, isNumber, words, type Token } from '../language/tokens.js';
import { durationLength } from '../language/times.js';
import { looksParticiple, participleOf, verbAs } from '../language/verbs.js';
import { isAdverb, determiners, prepositions, wordSet } from '../language/words.js';

/** Verbs whose object is worth asking for. */
const telling =
  wordSet(`provide offer include contain cover require support describe define specify need recommend produce generate consist comprise create
 use receive protect measure represent replace store handle manage control introduce publish release develop establish adopt reach win carry
 prohibit ban promote collect monitor maintain accept reject ensure prevent cause affect determine indicate return provide hold own operate teach show
 shift change keep list build start impose expose limit improve increase reduce save erode avoid enforce violate identify link
 combine record share simplify track control convert deliver detect enhance feature form govern grant hold incorporate influence inherit inspire introduce involve issue justify keep lack
 leverage locate mandate map mark mention minimize monitor name negotiate note observe offer oversee own perform permit plan play pose possess predict preserve process promise
 propose protect publish purchase pursue raise rank read realize recover regulate reject remove repair replace report resolve restrict retain reveal review run score secure seek select sell set
 ship sponsor stress strengthen submit supply surround target test train trigger validate verify accept acquire add address adopt apply approve assess assign assume attract award break bring
 calculate call capture carry cite claim collect commission compare compile complete comprise compute conduct confirm construct consume convey copy correct cover criticize declare defeat defend
 deploy depict destroy develop display distribute divide document eliminate employ encounter encourage evaluate examine exceed execute exhibit expand experience explore express extend face fill
 believe argue suggest propose announce state warn claim conclude find discover note discuss explain`);

/** What, or which kind of it, the subject provides, needs, covers: the object is asked for. */
export const objects: Rule = (reading) => {
  const { clause, casing } = reading;
  if (!clause || clause.copula) return [];
  const where = setting(clause);
  if (where === undefined) return [];
  if (clause.negated && (clause.passive || !/^(?:does|do|did)(?:n't)?$/.test(clause.auxiliary?.low ?? '')))
    return [];
  const subject = words(clause.subject);
  const demand = demanded(clause);
  if (demand !== undefined)
    return [{ ...answered(reading, finish(demand), 'what asked', 'factual', 0.65), within: true }];
  if (
    /^(?:you|we|i|they|he|she|it)$/.test(subject[0]?.low ?? '') ||
    subject[0]?.low === 'there' ||
    subject.length > 9
  )
    return [];
  const made: Candidate[] = [];
  const rest = clause.rest;
  // "Ada pointed out that the budget is spent"
  if (clause.base === 'point' && rest[0]?.low === 'out' && rest[1]?.low === 'that')
    return [
      {
        ...answered(
          reading,
          invert('What', clause, rest.slice(0, 1), casing),
          'what that',
          'analytical',
          0.65,
        ),
        // A full name tells whose point it is
        ...(subject.filter((token) => token.capital).length >= 2 ? {} : { within: true }),
      },
    ];
  // "It runs 45 minutes later": how much later
  if (rest[0] && isNumber(rest[0].low) && durationLength(rest, 0) > 0) return [];
  // "Groups should book a week ahead": when, and not what
  if (/^an?$/.test(rest[0]?.low ?? '') && timeUnits.has(rest[1]?.low ?? '')) return [];
  // "Adults measure 14 to 22 mm"
  if (
    rest[0] &&
    isNumber(rest[0].low) &&
    /^(?:measure|weigh|total|reach|average|span|exceed|number)$/.test(clause.base)
  )
    return [];
  // "He will open the proceedings": which, the answer does not say
  if (rest[0]?.low === 'the' && rest[1]?.capital === false && (rest[2] === undefined || rest[2].mark))
    return [];
  if (/^(?:provide|supply|present)$/.test(clause.base) && rest.some((token) => token.low === 'with'))
    return [];
  const first = rest[0];
  // "expand so as to", "brought down into cities": what follows at once is no object
  if (
    !first ||
    first.mark ||
    (isAdverb(first.low) && !determiners.has(first.low)) ||
    /^(?:themselves|itself|himself|herself|yourself|further|away|back|forward|so|against|together|apart|when|whenever|while|where|if|unless|until|although|though|because|and|or)$/.test(
      first.low,
    )
  )
    return [];
  // "The War Office employed her from 1915": whom, it does not say
  if (
    /^(?:her|him|them|me|us|it)$/.test(first.low) &&
    (rest[1] === undefined || rest[1].mark || isFunctionWord(rest[1].low) || isAdverb(rest[1].low))
  )
    return [];
  // "Marta returned delighted: ...": how, and not what
  if (looksParticiple(first.low) && (rest[1] === undefined || rest[1].mark)) return [];
  const told = words(rest).filter((token) => !isFunctionWord(token.low)).length;
  if (clause.passive) {
    if (clause.base === 'use' && (first.low === 'to' || first.low === 'for') && told >= 2) {
      const what =
        first.low === 'to'
          ? invert('What', clause, where, casing).replace(/\bused\b([^?]*)\?$/, 'used for$1?')
          : invert('What', clause, rest.slice(0, 1), casing);
      made.push(answered(reading, what, 'what used for', 'explanatory', 0.85));
    }
    if (
      /^(?:require|need|recommend|use|allow|permit|prohibit)$/.test(clause.base) &&
      /^(?:for|to|in|on|by|when)$/.test(first.low) &&
      isWhole(firstStretch(rest), 12) &&
      !(clause.base === 'use' && (/^(?:to|for)$/.test(first.low) || rest[1]?.low === 'default')) &&
      first.low !== 'to'
    )
      made.push(answered(reading, askWhat(clause, firstStretch(rest)), 'what subject', 'factual', 0.6));
    if (
      /^(?:encourage|require|expect|ask|allow|advise|permit|oblige|forbid|prohibit|instruct|authorise|authorize)$/.test(
        clause.base,
      ) &&
      first.low === 'to' &&
      told >= 3 &&
      verbAs(rest[1]?.low ?? '', 'base')
    )
      made.push(
        answered(
          reading,
          invert('What', clause, rest.slice(0, 1), casing).replace(/\?$/, ' do?'),
          'what required',
          'factual',
          0.7,
        ),
      );
    if (/^(?:design|intend)$/.test(clause.base) && first.low === 'to' && told >= 2)
      made.push(
        answered(
          reading,
          invert('What', clause, rest.slice(0, 1), casing).replace(/\?$/, ' do?'),
          'what designed',
          'explanatory',
          0.8,
        ),
      );
    return made;
  }
  if (
    /^(?:allow|enable|help|let|permit|require|encourage|ask|invite|force|prompt|expect|remind|instruct)$/.test(
      clause.base,
    )
  ) {
    const you =
      /^(?:you|users|people|us|them|teams|developers)$/.test(first.low) &&
      verbAs(rest[1]?.low ?? '', 'base') !== undefined &&
      rest[1]?.low !== 'know';
    if (you && clause.base !== 'allow') {
      made.push(
        answered(
          reading,
          invert('What', clause, rest.slice(0, 1), casing).replace(/\?$/, ' do?'),
          'what help',
          'explanatory',
          0.75,
        ),
      );
      return made;
    }
    if (verbAs(first.low, 'gerund')) return made;
    const to = rest.findIndex(
      (token, i) => i > 0 && token.low === 'to' && verbAs(rest[i + 1]?.low ?? '', 'base') !== undefined,
    );
    if (to > 0 && to <= 5 && isWhole(rest.slice(0, to), 5)) {
      made.push(
        answered(
          reading,
          invert('What', clause, rest.slice(0, to + 1), casing).replace(/\?$/, ' do?'),
          'what allow',
          'explanatory',
          0.75,
        ),
      );
      return made;
    }
  }
  if (
    !(telling.has(clause.base) || isUnderWay(clause) || takesObject(clause, subject)) ||
    told < 2 ||
    clause.subject.at(-1)?.low === 'there' ||
    /^(?:and|or)$/.test(first.low)
  )
    return made;
  if (
    isNumber(subject[0]?.low ?? '') ||
    /^(?:neither|no|nothing|none|nobody)$/.test(first.low) ||
    /^(?:nobody|everybody|somebody|everyone|someone|anyone|anybody|nothing|everything|something|some|several|few|no|both|other|another|different|various|certain)$/.test(
      subject[0]?.low ?? '',
    )
  )
    return made;
  // "Ada suggested sending a sample"
  if (
    /^(?:suggest|propose|recommend|advise|consider|oppose)$/.test(clause.base) &&
    verbAs(first.low, 'gerund')
  ) {
    made.push(answered(reading, invert('What', clause, where, casing), 'what that', 'analytical', 0.65));
    return made;
  }
  if (first.low === 'that') {
    if (
      /^(?:believe|argue|suggest|propose|announce|state|warn|claim|conclude|find|discover|note|explain|recommend|require|ensure)$/.test(
        clause.base,
      )
    )
      made.push(answered(reading, invert('What', clause, where, casing), 'what that', 'analytical', 0.6));
    return made;
  }
  if (
    (prepositions.has(first.low) || /^(?:if|when|it|them|up|out)$/.test(first.low)) &&
    !(clause.base === 'consist')
  )
    return made;
  const noun = askedNoun(rest);
  if (
    !clause.negated &&
    noun !== undefined &&
    !/^(?:have|consist|require|allow|enable|help|encourage|expect|ask|permit|cause|force|lead)$/.test(
      clause.base,
    )
  )
    made.push(
      answered(reading, invert(`Which ${noun}`, clause, where, casing), 'which object', 'factual', 0.6),
    );
  if (clause.base === 'consist' && first.low === 'of')
    made.push(
      answered(reading, invert('What', clause, rest.slice(0, 1), casing), 'what consist', 'factual', 0.75),
    );
  else if (reading.spoken !== true || where.length > 0)
    made.push(
      answered(
        reading,
        invert(
          /^(?:inform|notify|tell|contact|consult|remind)$/.test(clause.base) ? 'Who' : 'What',
          clause,
          where,
          casing,
        ),
        `what ${/^(?:include|contain|cover|comprise)$/.test(clause.base) ? 'include' : 'object'}`,
        'factual',
        0.6,
      ),
    );
  return made;
};

/** "You may be asked to provide documents to support it": what you may be asked to provide. */
function demanded({ subject, passive, base, auxiliary, front, rest }: Clause): string | undefined {
  if (subject.length !== 1 || subject[0]?.low !== 'you' || !passive || front.length > 0) return undefined;
  if (!/^(?:ask|require|expect|allow|permit|entitle|encourage|advise|invite)$/.test(base)) return undefined;
  const [to, verb, ...after] = rest;
  if (to?.low !== 'to' || !verb || !verbAs(verb.low, 'base') || words(after).length < 2) return undefined;
  const participle = participleOf(base) ?? `${base}d`;
  const modal = auxiliary?.low ?? 'are';
  const asked = /^(?:are|were|is)$/.test(modal)
    ? `${modal} you ${participle}`
    : `${modal} you be ${participle}`;
  const purpose = after.findIndex(
    (token, i) => i > 0 && token.low === 'to' && verbAs(after[i + 1]?.low ?? '', 'base') !== undefined,
  );
  const goal = purpose > 0 && isWhole(after.slice(purpose), 10) ? after.slice(purpose) : [];
  return goal.length > 3 && isPlainNounAfter(after)
    ? `What ${asked} to ${verb.low} ${phrase(goal)}`
    : `What ${asked} to do`;
}

/** What the verb acts on comes at once. */
const isPlainNounAfter = ([first]: readonly Token[]): boolean =>
  first !== undefined && !first.mark && !prepositions.has(first.low) && !isAdverb(first.low);

/** Verbs that with an object of their own still say little: "take a look", "have a look", "make a difference". */
const light =
  /^(?:be|have|become|remain|seem|appear|take|make|get|give|do|go|come|let|put|feel|mean|want|like|need|turn|stay|last|cost|weigh|work|act|look|sound|start|begin|try|continue|tend|stand|sit|bear|think|say|tell|ask|play|see|know|help|cause|arrive|happen|occur|end|live|die|fall|rise|differ|vary|owe|attribute|devote|dedicate|ascribe|compare|contribute|lend|pay|teach|lead|leave|place|spend)$/;

/** "Co-working space costs": a noun phrase without an article, and no complement or manner. */
const opensObject = (first: Token, second: Token): boolean =>
  !first.mark &&
  !isFunctionWord(first.low) &&
  !isAdverb(first.low) &&
  !isNumber(first.low) &&
  verbAs(first.low, 'gerund', 'past', 'past-or-participle', 'participle', 'base', 'third') === undefined &&
  (isPlural(first.low) ? prepositions.has(second.low) : isPlural(second.low) && !second.capital);

/** "The board is considering raising the fee": what it is considering. */
const isUnderWay = ({ base, group, rest }: Clause): boolean =>
  group.some((token) => token.low.endsWith('ing')) &&
  /^(?:consider|plan|discuss|develop|prepare|review|seek|explore|propose|investigate|study|test|offer|launch|design|fund|recommend)$/.test(
    base,
  ) &&
  rest[0]?.low !== 'to';

/** A verb not listed, with a noun phrase after it that can be nothing but its object. */
function takesObject(clause: Clause, subject: readonly Token[]): boolean {
  const [first, second] = clause.rest;
  return (
    !light.test(clause.base) &&
    !clause.group.some((token) => token.low.endsWith('ing')) &&
    first !== undefined &&
    second !== undefined &&
    (/^(?:the|a|an|its|their|your|all|any)$/.test(first.low)
      ? !isFunctionWord(second.low)
      : opensObject(first, second)) &&
    (subject.length >= 2 || subject[0]?.capital === true || isPlural(subject[0]?.low ?? ''))
  );
}
