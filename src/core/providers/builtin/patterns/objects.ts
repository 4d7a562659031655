import type { Clause } from '../language/clause.js';
import { answered, type Candidate, type Rule } from '../candidate.js';
import { headOf, isWhole, firstStretch } from '../language/phrases.js';
import { adjectiveSuffix, isPlural } from '../language/nouns.js';
import { askWhat, finish, invert, phrase, setting, subjectText } from '../language/question.js';
import { isFunctionWord, isNumber, words, type Token } from '../language/tokens.js';
import { verbAs } from '../language/verbs.js';
import { isAdverb, determiners, prepositions, vagueHeads, wordSet } from '../language/words.js';

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
  if (
    /^(?:you|we|i|they|he|she|it)$/.test(subject[0]?.low ?? '') ||
    subject[0]?.low === 'there' ||
    subject.length > 9
  )
    return [];
  const made: Candidate[] = [];
  const rest = clause.rest;
  if (/^(?:provide|supply|present)$/.test(clause.base) && rest.some((token) => token.low === 'with'))
    return [];
  const first = rest[0];
  // "expand so as to", "brought down into cities": what follows at once is no object
  if (
    !first ||
    first.mark ||
    (isAdverb(first.low) && !determiners.has(first.low)) ||
    /^(?:further|away|back|forward|so|against|together|apart|when|if|because|and|or)$/.test(first.low)
  )
    return [];
  const told = words(rest).filter((token) => !isFunctionWord(token.low)).length;
  if (clause.passive) {
    if (clause.base === 'use' && (first.low === 'to' || first.low === 'for') && told >= 2) {
      const what =
        first.low === 'to'
          ? invert('What', clause, where, casing).replace(/\?$/, ' to do?').replace('used to do', 'used for')
          : invert('What', clause, rest.slice(0, 1), casing);
      made.push(answered(reading, what, 'what used for', 'explanatory', 0.85));
    }
    if (
      /^(?:require|need|recommend|use|allow|permit|prohibit)$/.test(clause.base) &&
      /^(?:for|to|in|on|by|when)$/.test(first.low) &&
      isWhole(firstStretch(rest), 12) &&
      !(clause.base === 'use' && /^(?:to|for)$/.test(first.low)) &&
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
  const has =
    clause.base === 'have' && told >= 3 && !/^(?:no|to|a|been|had)$/.test(first.low) && !clause.auxiliary;
  if (
    !(telling.has(clause.base) || has || takesObject(clause, subject)) ||
    told < 2 ||
    clause.subject.at(-1)?.low === 'there' ||
    /^(?:and|or)$/.test(first.low)
  )
    return made;
  if (/^(?:some|several|few|no|both|other|another|different|various|certain)$/.test(subject[0]?.low ?? ''))
    return made;
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
        invert('What', clause, where, casing),
        `what ${/^(?:include|contain|cover|comprise)$/.test(clause.base) ? 'include' : 'object'}`,
        'factual',
        0.6,
      ),
    );
  return made;
};

/** Nouns with a "to do" of their own. */
const ABLE =
  /^(?:ability|power|option|opportunity|duty|need|obligation|permission|authority|tendency|responsibility|freedom|plan|decision|attempt|desire|request|proposal|promise)(?:s|ies)?$/;

/** Adjectives that answer no "which". */
const PLAIN =
  /^(?:additional|new|other|various|certain|specific|different|extra|more|further|many|multiple|similar|following|own|good|great|important|necessary|proper|appropriate|right|full|basic|possible|optional|strong|big|large|small|significant|real|major|common|useful|several|numerous|current|existing)$/;

/** Nouns that only say how much there is of another. */
const QUANTITY =
  /^(?:pair|set|series|range|number|variety|list|collection|library|group|amount|lot|bit|piece|couple|host|array|wealth|mix|combination|majority|right|place|look|role|part|sense|care|advantage|use|chance|risk|attention|time|effort)s?$/;

/** The noun of an object of which "which" can be asked, for the object says which: "the ability to ...", "two new tools". */
function askedNoun(rest: readonly Token[]): string | undefined {
  const list = firstStretch(rest);
  const found = headOf(rest);
  const [first] = rest;
  if (!first || !found || found.head.capital || vagueHeads.has(found.head.low) || !isWhole(list, 24))
    return undefined;
  const { head, index } = found;
  if (
    /^(?:equal|similar|available|due|responsible|able|likely|necessary|needed|worth|full|free|aware|more|less|different)$/.test(
      head.low,
    ) ||
    (adjectiveSuffix.test(head.low) && rest[index + 1] !== undefined && !isPlural(head.low))
  )
    return undefined;
  if (!/^[a-z][a-z-]{2,}$/.test(head.text) || isFunctionWord(head.low) || head.low.endsWith('ing'))
    return undefined;
  const between = rest.slice(0, index).filter((token) => !determiners.has(token.low));
  if (
    between.some(
      (token) =>
        token.mark ||
        isNumber(token.low) ||
        isFunctionWord(token.low) ||
        verbAs(token.low, 'gerund') !== undefined ||
        /['’]s?$/.test(token.low),
    ) ||
    /^(?:no|its|their|his|her|my|our|this|that|these|those|any|all|more|most|enough|less|fewer|such|each|every)$/.test(
      first.low,
    )
  )
    return undefined;
  const after = rest[index + 1]?.low ?? '';
  const narrowed = /^(?:that|for|about|which|who)$/.test(after) || (after === 'to' && ABLE.test(head.low));
  if (after === 'of' || QUANTITY.test(head.low)) return undefined;
  const plural = isPlural(head.low);
  // "Which feedback": of what cannot be counted one does not ask which
  if (!plural && !/^(?:an?|the)$/.test(first.low)) return undefined;
  if (first.low === 'the' && !narrowed && !plural) return undefined;
  return between.some((token) => !PLAIN.test(token.low)) || narrowed ? head.low : undefined;
}

/** Verbs that with an object of their own still say little: "take a look", "have a look", "make a difference". */
const light =
  /^(?:be|have|become|remain|seem|appear|take|make|get|give|do|go|come|let|put|feel|mean|want|like|need|turn|stay|last|cost|weigh|work|act|look|sound|start|begin|try|continue|tend|stand|sit|bear|think|say|tell|ask|play|see|know|help|cause|arrive|happen|occur|end|live|die|fall|rise|differ|vary)$/;

/** A verb not listed, with a noun phrase after it that can be nothing but its object. */
function takesObject(clause: Clause, subject: readonly Token[]): boolean {
  const [first, second] = clause.rest;
  return (
    !light.test(clause.base) &&
    !clause.group.some((token) => token.low.endsWith('ing')) &&
    /^(?:the|a|an|its|their|your|all|any)$/.test(first?.low ?? '') &&
    second !== undefined &&
    !isFunctionWord(second.low) &&
    (subject.length >= 2 || subject[0]?.capital === true || isPlural(subject[0]?.low ?? ''))
  );
}

/** What rules say of things. */
const judged =
  /^(?:appropriate|acceptable|possible|necessary|available|responsible|eligible|valid|mandatory|enough|sufficient|subject|liable|welcome|compatible|safe|suitable|entitled|optional)$/;

/** Verbs with which "may not" says what is possible rather than what is allowed. */
const POSSIBLE =
  /^(?:be|have|contain|know|understand|work|need|want|see|notice|find|get|become|appear|realise|realize|match|reflect|require|apply|include|last|exist|happen|occur|fit|show|provide|support|give|reach|cover|cause|affect|receive)$/;

/** "Employees may not ...", "the key must be ...": whether it is allowed, or needed. */
export const permissions: Rule = (reading) => {
  const { clause, casing } = reading;
  if (!clause?.auxiliary || clause.front.length > 0) return [];
  const said = firstStretch(clause.rest);
  const refused =
    clause.negated &&
    /^(?:is|are)(?:n't)?$/.test(clause.auxiliary.low) &&
    (clause.passive
      ? /^(?:allow|permit|include|cover|require|support|need|recommend|guarantee|expect|accept)$/.test(
          clause.base,
        )
      : judged.test(clause.rest[0]?.low ?? ''));
  const rule =
    refused ||
    (clause.negated &&
      (/^(?:can|cannot|can't|should|must)$/.test(clause.auxiliary.low) ||
        (clause.auxiliary.low === 'may' && !clause.copula && !POSSIBLE.test(clause.base))));
  if (!rule || !isWhole(said, 14) || words(said).length < (refused ? 1 : 2)) return [];
  const asked: Token[] = clause.group.filter((token) => token.low !== 'not' && token.low !== 'never');
  const auxiliary = /^(?:isn't|aren't)$/.test(clause.auxiliary.low)
    ? clause.auxiliary.low.slice(0, -3)
    : /^(?:cannot|can't|may|must)$/.test(clause.auxiliary.low)
      ? clause.auxiliary.low === 'may'
        ? 'may'
        : 'can'
      : clause.auxiliary.low;
  const question = finish(`${auxiliary} ${subjectText(clause, casing)} ${phrase(asked)} ${phrase(said)}`);
  // "No" with a condition is no plain no
  if (
    clause.rest
      .slice(said.length)
      .some((token) => /^(?:if|unless|when|until|without|except)$/.test(token.low))
  )
    return [];
  if (clause.group.some((token) => /^(?:necessarily|always|only|ever|yet)$/.test(token.low))) return [];
  return [{ ...answered(reading, question, 'can', 'analytical', 0.55), answer: `No. ${reading.text}` }];
};
