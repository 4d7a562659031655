import { isTelling, titlesOf } from './context.js';
import type { Clause } from './language/clause.js';
import { tokenize, type Token } from './language/tokens.js';

/** What those do who tell a story or teach: nobody asks for it. */
const TELLING =
  /^(?:describe|explain|discuss|see|look|show|start|begin|cover|learn|talk|walk|assume|introduce|list|note|mention|say|know|find|think|hope|feel|mean|call|consider|focus|give|go|get|define|want|turn|come|return|encounter|imagine|suppose|notice|remember|forget|hear|read|add|run|create|type|understand|recognize|recognise|appreciate|believe|value|love|like|strive|realize|realise|acknowledge|tell|inform|notify|let|help|ask|need|see|wait|speak|write|aim|encourage|recommend|suggest|be|have|continue|remain|try|work)$/;

/** "We test all features" as what "the authors of “Quality Handbook”" do. */
export function spokenBy(clause: Clause, headings: readonly string[]): Clause | undefined {
  if (clause.subject.length !== 1 || clause.subject[0]?.low !== 'we') return undefined;
  if (TELLING.test(clause.base)) return undefined;
  const title = titlesOf(headings).at(-1);
  if (title === undefined || !isTelling(title)) return undefined;
  return { ...clause, subject: tokenize(`the authors of “${title}”`), plural: true };
}

/** Somebody speaks: "I" may be anybody. */
export const SPEECH = /["“][^"”]{0,200}\b(?:I|my|me)\b/;

/** "I installed the tank" as what "the author of “Vanlife”" did. */
/** Verbs whose past is as their present. */
const SAME = /^(?:put|set|cut|let|hit|read|shut|cost|hurt|spread|split|quit|cast|bet)$/;

export function toldBy(clause: Clause, headings: readonly string[]): Clause | undefined {
  if (clause.subject.length !== 1 || clause.subject[0]?.text !== 'I' || TELLING.test(clause.base))
    return undefined;
  const title = titlesOf(headings).at(-1);
  if (
    title === undefined ||
    // "PLAN" is a section
    !title.includes(' ') ||
    // "I put": now, or then?
    (clause.auxiliary === undefined && SAME.test(clause.base)) ||
    clause.copula ||
    /^(?:can|could|will|would|may|might|do|am)$/.test(clause.auxiliary?.low ?? '')
  )
    return undefined;
  const third = (token: Token): Token => {
    const low = token.text === 'I' ? undefined : NARRATOR[token.low];
    return low === undefined ? token : { ...token, text: low, low };
  };
  const rest = clause.rest.map(third);
  if (rest.some((token) => token.text === 'I')) return undefined;
  const auxiliary = clause.auxiliary;
  return {
    ...clause,
    subject: tokenize(`the author of “${title}”`),
    auxiliary: auxiliary?.low === 'have' ? { ...auxiliary, text: 'has', low: 'has' } : auxiliary,
    rest,
    plural: false,
  };
}

const NARRATOR: Readonly<Record<string, string>> = {
  my: 'their',
  me: 'them',
  myself: 'themselves',
  mine: 'theirs',
};
