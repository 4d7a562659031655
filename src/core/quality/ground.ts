import type { Grounding, Reason, Span } from '../dataset/model.js';
import { candidatesFor, type Candidate } from './grounding/align.js';
import { checkAntonyms } from './grounding/check-antonyms.js';
import { checkConsistency } from './grounding/check-consistency.js';
import { checkConcessions } from './grounding/check-concessions.js';
import { checkContent, contentOf } from './grounding/check-content.js';
import { checkCrossings } from './grounding/check-crossings.js';
import { checkDenied } from './grounding/check-denied.js';
import { clausesOf } from './grounding/clauses.js';
import { checkLabels } from './grounding/check-labels.js';
import { checkExchanges } from './grounding/check-exchanges.js';
import { checkFacts } from './grounding/check-facts.js';
import { checkNames } from './grounding/check-names.js';
import { wordSet } from './grounding/name-forms.js';
import { checkPairings } from './grounding/check-pairings.js';
import { checkPolarity } from './grounding/check-polarity.js';
import { checkRoles } from './grounding/check-roles.js';
import { checkKinds } from './grounding/check-kinds.js';
import { weighStrangeWords } from './grounding/check-strange-words.js';
import { checkSwaps } from './grounding/check-swaps.js';
import { weighTurns } from './grounding/check-turns.js';
import { checkYesNo } from './grounding/check-yes-no.js';
import { layOut, type Layout } from './grounding/layout.js';
import { alignmentAround, alignmentOf, type Alignment } from './grounding/counterparts.js';
import { isStrange } from './grounding/strange-words.js';
import { Doubts } from './grounding/doubts.js';
import { evidenceAt, evidenceFor } from './grounding/evidence.js';
import { judgeByOverlap } from './grounding/other-languages.js';
import { longestSource, prepareSource, preparedSource, type PreparedSource } from './grounding/source.js';
import { analyse, hasContent, type Text } from './grounding/text.js';
import { unchecked, verdictOf } from './grounding/verdict.js';
import { verbatimPlace } from './grounding/verbatim.js';

export { quoteFinder } from './grounding/find-quote.js';
export { prepareSource, type PreparedSource };

export interface GroundInput {
  /**
   * The text that the completion must follow from: a chunk, a paragraph, a document of up to 200,000 characters; or
   * what `prepareSource` made of it.
   */
  readonly source: string | PreparedSource;
  readonly question?: string | undefined;
  readonly completion: string;
  /** Verbatim quotes that the model gave as evidence, unverified. */
  readonly quotes?: readonly string[] | undefined;
  /** The headings above the source, outermost first: their words count as given. */
  readonly heading?: readonly string[] | undefined;
}

export interface Grounded {
  readonly grounding: Grounding;
  /** One to three pieces of the source that support the completion best; none where it shares no word with it. */
  readonly evidence: readonly Span[];
}

const longestCompletion = 20_000;
/** Facts and names of both sides are weighed against each other; beyond this product nothing is judged. */
const mostComparisons = 2_000_000;

const shorten = (text: string): string => {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.length <= 80 ? plain : `${Array.from(plain.slice(0, 80)).slice(0, -1).join('')}…`;
};

/** Whether the source denies what a question asks about, so that "Nothing" answers it. */
function deniesIt(source: Text, question: Text): boolean {
  const last = question.sentences.at(-1);
  return (
    last !== undefined &&
    candidatesFor(source, question, last, undefined, 2).some(({ sentence }) => {
      const { from, to } = source.sentences[sentence]!;
      return source.tokens.slice(from, to).some(({ word }) => word.negator || word.denial);
    })
  );
}

function tooMuch(source: Text, answer: Text): boolean {
  return (
    answer.facts.length * source.facts.length > mostComparisons ||
    answer.names.length * source.names.length > mostComparisons ||
    answer.sentences.length * source.sentences.length > mostComparisons * 5
  );
}

function crossingsOf(
  source: Text,
  answer: Text,
  index: number,
  alignment: Alignment,
  candidates: readonly Candidate[],
): Reason[] {
  const found = checkCrossings(source, answer, alignment);
  if (found.length > 0) return found;
  const around = alignmentAround(source, answer, index, candidates);
  return around === undefined ? found : checkCrossings(source, answer, around);
}

function judge(
  source: PreparedSource,
  answer: Text,
  question: Text | undefined,
  given: readonly Text[],
  quoted: readonly Reason[],
): Grounding {
  if (
    source.text.language === 'words' ||
    source.text.language === 'unsegmented' ||
    answer.language === 'unsegmented'
  ) {
    return judgeByOverlap(source, answer, question, given, quoted);
  }
  const { text } = source;
  const known = [source.words, ...given.map(wordSet)];
  const contents = answer.sentences.map((sentence) => contentOf(answer, sentence, known, () => source.roots));
  const words = contents.reduce((sum, each) => sum + each.words, 0);
  const supported = contents.reduce((sum, each) => sum + each.supported, 0);
  if (answer.language === 'words' && words >= 4 && supported < words * 0.5) {
    return unchecked('language', 'is in another language than the source, so its words cannot be compared');
  }
  const doubts = new Doubts();
  const reasons: Reason[] = [
    ...doubts.by('facts', checkFacts(text, answer, question)),
    ...doubts.by('names', checkNames(text, answer, given, question, source.words)),
    ...doubts.by('labels', checkLabels(text, answer, given)),
    ...doubts.by('yesNo', checkYesNo(text, answer, question)),
    ...doubts.by('consistency', checkConsistency(answer, question)),
  ];
  const orders: (() => readonly Reason[])[] = [];
  const layouts: (() => Layout)[] = [];
  answer.sentences.forEach((sentence, index) => {
    const candidates = candidatesFor(text, answer, sentence, question);
    const clauses = clausesOf(text, answer, sentence, question, candidates);
    reasons.push(
      ...doubts.by('polarity', checkPolarity(text, answer, clauses, question)),
      ...doubts.by('denied', checkDenied(text, answer, index, candidates, question)),
      ...doubts.by('concessions', checkConcessions(text, answer, index, candidates)),
      ...doubts.by('roles', checkRoles(text, answer, index, candidates)),
    );
    const alignment = alignmentOf(text, answer, index, candidates);
    if (text.language === 'english' && alignment !== undefined)
      reasons.push(
        ...doubts.by('crossings', crossingsOf(text, answer, index, alignment, candidates)),
        ...doubts.by('antonyms', checkAntonyms(text, answer, alignment, question)),
        ...doubts.by('exchanges', checkExchanges(text, answer, alignment)),
        ...doubts.by('kinds', checkKinds(text, answer, alignment, given)),
      );
    reasons.push(...doubts.by('content', checkContent(answer, sentence, contents[index]!)));
    orders.push(() => [
      ...doubts.by('pairings', checkPairings(text, answer, sentence)),
      ...doubts.weighed(weighTurns(text, answer, index, candidates, clauses, question)),
      ...(alignment === undefined ? [] : doubts.by('swaps', checkSwaps(text, answer, alignment, clauses))),
    ]);
    if (alignment?.items.some((item) => isStrange(answer, item)) === true)
      layouts.push(() => layOut(text, answer, given, index, candidates, clauses, alignment));
  });
  // What the rules let pass is weighed once more.
  if (text.language === 'english' && answer.language === 'english') {
    if (reasons.length === 0) reasons.push(...orders.flatMap((check) => check()));
    if (reasons.length === 0)
      reasons.push(...layouts.flatMap((lay) => doubts.weighed(weighStrangeWords(lay()))));
  }
  reasons.push(...quoted);
  return verdictOf(answer, contents, reasons, doubts);
}

/**
 * Checks a completion against its source, without a model: what of it the source supports, and where. Pure and
 * near-linear in its input; a source is taken apart once for the pairs that follow each other (or hand in what
 * `prepareSource` gave). Offsets are UTF-16; evidence is relative to `source`, reasons are relative to the completion.
 */
export function ground(input: GroundInput): Grounded {
  const { completion } = input;
  const source = typeof input.source === 'string' ? input.source : input.source.source;
  if (completion.trim() === '')
    return { grounding: unchecked('empty', 'the completion is empty'), evidence: [] };
  if (source.trim() === '')
    return { grounding: unchecked('empty', 'the source is empty, so nothing can be checked'), evidence: [] };
  if (source.length > longestSource || completion.length > longestCompletion) {
    const what = source.length > longestSource ? 'source' : 'completion';
    return {
      grounding: unchecked('size', `the ${what} is too long to be checked; split it first`),
      evidence: [],
    };
  }
  const ready = typeof input.source === 'string' ? preparedSource(input.source) : input.source;
  const quotes = input.quotes ?? [];
  // What repeats the source in whole sentences follows from it: nothing is taken apart.
  const place = verbatimPlace(source, completion, input.question?.slice(0, longestCompletion) ?? '');
  const evidence = place && evidenceAt(ready.haystack, place, quotes);
  if (evidence !== undefined) {
    return { grounding: { verdict: 'supported', score: 1, reasons: [], unsupported: [] }, evidence };
  }
  const answer = analyse(completion);
  const question =
    input.question === undefined || input.question.trim() === ''
      ? undefined
      : analyse(input.question.slice(0, longestCompletion));
  const heading = input.heading?.join('\n').slice(0, longestCompletion);
  const given = [question, heading === undefined || heading === '' ? undefined : analyse(heading)].filter(
    (each) => each !== undefined,
  );
  if (tooMuch(ready.text, answer)) {
    return {
      grounding: unchecked(
        'size',
        'the source and the completion are too long to be compared; split them first',
      ),
      evidence: [],
    };
  }
  const { spans, missing } = evidenceFor(ready.text, ready.haystack, answer, question, quotes);
  const quoted = missing.map((quote): Reason => ({
    code: 'quote',
    message: `quotes "${shorten(quote)}", which is not in the source`,
  }));
  const nothing =
    question !== undefined && answer.tokens.every(({ kind, word }) => kind !== 'word' || word.negator);
  const says =
    (nothing && deniesIt(ready.text, question)) ||
    answer.tokens.some((token) => hasContent(token)) ||
    (question !== undefined && /^(?:yes|no)\b/i.test(completion.trim()));
  const grounding = says
    ? judge(ready, answer, question, given, quoted)
    : unchecked('empty', 'the completion says nothing that can be checked');
  return { grounding, evidence: spans };
}
