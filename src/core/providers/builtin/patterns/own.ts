import type { Candidate, Page, PageRule } from '../candidate.js';
import type { Sentence } from '../text/sentences.js';
import type { Block } from '../text/blocks.js';
import { capitalize, isFunctionWord, tokenize, words } from '../language/tokens.js';
import { QUIZ } from '../language/words.js';

const ASKS =
  /^(?:who|whom|whose|which|what|when|where|why|how|is|are|was|were|do|does|did|can|could|may|should|shall|will|would|must|has|have|am|if|in|for|on|at|to|under|by)\b/i;
/** Questions that a text puts to its reader, not ones that it answers. */
const TO_THE_READER =
  /^(?:(?:do|did|are|have|were|can|could|would|will) you\b|(?:does|do|is|are|has|have) (?:your|yours)\b|(?:is|are) there\b|(?:(?:how|what|when|where|why) )?(?:do|does|did|can|could|should|shall|would|will|are|have) we\b)|\bhave you (?:had|done|worked|been)\b|\byour (?:own )?(?:experience|background|name|motivation|proposal|plan|goals?)\b/i;
const MARKED = /^(?:q(?:uestion)?\s*\d{0,3}|\d{1,3}|[A-Z][\w.' -]{0,40})\s*[:.)]\s+(?=\S)/;
const ANSWER_MARK = /^(?:a(?:nswer)?\s*\d{0,3}|[A-Z][\w.' -]{0,40})\s*:\s+(?=\S)/i;

/** A question that stands in the text by itself, without its mark ("Q:", "3."). */
function questionOf(text: string): string | undefined {
  let asked = text.trim().replace(/^["“]|["”]$/g, '');
  const mark = MARKED.exec(asked);
  if (mark && (/^(?:q|\d)/i.test(mark[0]) || (asked.endsWith('?') && /:\s|^\S[.)]/.test(mark[0]))))
    asked = asked.slice(mark[0].length);
  if (!asked.endsWith('?') || asked.length > 220 || asked.length < 12) return undefined;
  const last =
    asked
      .slice(0, -1)
      .split(/[.!?]\s+/)
      .at(-1) ?? '';
  if (/\(s\)|\bare there,/.test(last)) return undefined;
  // "Why live coding?": no sentence
  if (
    /^why (?!(?:is|are|was|were|do|does|did|can|can't|could|should|shouldn't|would|will|won't|don't|doesn't|didn't|isn't|aren't|has|have|had|must|might|not)\b)/i.test(
      last,
    )
  )
    return undefined;
  if (!ASKS.test(last) || TO_THE_READER.test(last) || /\bmy (?:target|goal|next|own)\b/i.test(last))
    return undefined;
  // "I'm moving house. What happens to my contract?"
  const told = asked.slice(0, -1 - last.length).trim();
  return told.endsWith('.') && told.length <= 100 ? capitalize(asked) : capitalize(`${last}?`);
}

const DANGLING = /\b(?:this|these|those|they|them|he|she|him|above|below)\b/i;

/** Does the question name what it is about? */
export function isSelfContained(question: string): boolean {
  // "Will upgrading be easier?": than what, and of what
  if (/\b(?:easier|better|faster|cheaper|else|different|changed?|more|next|instead|there)\?$/i.test(question))
    return false;
  if (/\bother (?:things?|ones?|stuff|questions?|options?)\b/i.test(question)) return false;
  if (DANGLING.test(question.replace(/\bthose (?:who|with|of|in)\b/i, ''))) return false;
  if (
    /\bthat\?$/i.test(question) ||
    /^(?:why|how|what|is|was|does|did)(?: (?:is|was|about|does|did))? that\b/i.test(question)
  )
    return false;
  const tokens = words(tokenize(question));
  const it = tokens.findIndex((token) => /^(?:it|its|it's)$/.test(token.low));
  if (
    it >= 0 &&
    !/\bit (?:possible|necessary|important|safe|okay|ok|worth|legal|free to|take|mean|cost)\b/i.test(question)
  ) {
    if (tokens.slice(0, it).filter((token) => token.low.length > 4).length < 2) return false;
  }
  return tokens.length >= 3 && tokens.some((token) => token.low.length > 3 && !isFunctionWord(token.low));
}

/** Joins whole sentences to an answer of at most 60 words; undefined where even the first is too long or too short. */
export function answerFrom(
  sentences: readonly Sentence[],
  mark?: RegExp,
): { readonly answer: string; readonly evidence: string[] } | undefined {
  let answer = '';
  const evidence: string[] = [];
  for (const sentence of sentences) {
    let text = sentence.text;
    if (evidence.length === 0 && mark) text = text.replace(mark, '');
    if (
      sentence.hole ||
      !sentence.complete ||
      /\b(?:following|below|above)\b/i.test(text) ||
      text.endsWith('?')
    )
      break;
    const joined = answer === '' ? text : `${answer} ${text}`;
    if (joined.split(/\s+/).length > 60) break;
    if (evidence.length >= 5) break;
    answer = joined;
    evidence.push(sentence.quote);
  }
  if (/\b(?:found|see|available|listed|click|look) (?:here|there)\b|\bhere[.!]/i.test(answer))
    return undefined;
  return answer.split(/\s+/).length >= 3 ? { answer, evidence } : undefined;
}

const factualStart =
  /^(?:who|when|where|how (?:many|much|long|often|far|old)|which|is|are|do|does|can|will)\b/i;
const typeOf = (question: string): Candidate['type'] =>
  /^(?:why|how)\b/i.test(question) && !factualStart.test(question)
    ? 'explanatory'
    : factualStart.test(question)
      ? 'factual'
      : 'analytical';

/** The document's own questions with what follows them: FAQ headings, "Q:" and "A:", interviews. */
export const ownQuestions: PageRule = (page) => {
  const made: Candidate[] = [];
  const { blocks } = page;
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as Block;
    if (block.kind === 'row' || block.kind === 'other') continue;
    if (page.headings(i).some((heading) => QUIZ.test(heading))) continue;
    const lines = page.sentences.filter((sentence) => sentence.block === i);
    const marked = block.boldLead || MARKED.test(block.plain.text);
    // The title of a whole text: its first words hardly say why
    const title = i === 0 && block.kind === 'heading' && block.level === 1 && page.headings(-1).length <= 1;
    if (title && /^(?:why|how) /i.test(block.plain.text)) continue;
    if (block.kind === 'heading' || (lines.length === 1 && (block.kind === 'paragraph' || marked))) {
      add(page, made, questionOf(block.plain.text), i + 1, ANSWER_MARK);
      continue;
    }
    // "**Is it free?** Yes, ..." or "Q: ...? A: ..." in one paragraph
    const first = lines[0];
    const asked = first && (block.boldLead || MARKED.test(first.text)) ? questionOf(first.text) : undefined;
    if (asked && isSelfContained(asked)) {
      const found = answerFrom(lines.slice(1), ANSWER_MARK);
      if (found)
        made.push({
          question: asked,
          ...found,
          type: typeOf(asked),
          frame: 'own',
          worth: 1,
          place: `${i}.0`,
          own: true,
        });
    }
  }
  return made;
};

function add(
  page: Page,
  made: Candidate[],
  question: string | undefined,
  from: number,
  mark: RegExp | undefined,
): void {
  if (question === undefined || !isSelfContained(question)) return;
  const next = page.blocks[from];
  if (!next || next.kind === 'heading' || next.kind === 'row' || next.kind === 'other') return;
  const lines: Sentence[] = [];
  for (let i = from; i < Math.min(page.blocks.length, from + 3); i++) {
    const block = page.blocks[i];
    if (!block || block.kind === 'heading' || block.kind === 'row' || block.kind === 'other') break;
    if (
      i > from &&
      (block.kind !== next.kind ||
        questionOf(block.plain.text) !== undefined ||
        MARKED.test(block.plain.text))
    )
      break;
    lines.push(...page.sentences.filter((sentence) => sentence.block === i));
  }
  // "What are the kinds of ...": the list that comes is the answer
  if (/^(?:what|which|how many)\b/i.test(question) && listFollows(page, from)) return;
  const found = answerFrom(lines, mark);
  if (!found || DANGLING_START.test(found.answer) || !speaksOf(question, found.answer)) return;
  if (!defines(question, found.answer) || BEGINS.test(found.answer)) return;
  // "Yes! It is easy!": says nothing of how
  if (words(tokenize(found.answer)).length < 6 && !/\d/.test(found.answer)) return;
  made.push({
    question,
    ...found,
    type: typeOf(question),
    frame: 'own',
    worth: 1,
    place: `${from}.0`,
    own: true,
  });
}

/** Does a list come within the next three blocks? */
const listFollows = (page: Page, from: number): boolean => {
  const kinds = page.blocks.slice(from, from + 3).map((block) => block.kind);
  const end = kinds.indexOf('heading');
  const first = kinds.indexOf('item');
  return first > 0 && (end < 0 || first < end);
};

/** "What is privacy?" is answered by what says what it is, or by a pronoun that stands for it. */
function defines(question: string, answer: string): boolean {
  const asked = /^What (?:is|are|does) (?:an? |the )?([^?]{2,50}?)(?: mean)?\?$/i.exec(question)?.[1];
  if (asked === undefined || asked.split(' ').length > 4) return true;
  const first = answer.split(/(?<=[.!?])\s/, 1)[0] ?? '';
  return (
    /^(?:it|they|this|these|an?|the)\b/i.test(first) ||
    /\b(?:is|are|means?|refers?|describes?|stands|allows?|lets?|helps?|works)\b/i.test(first)
  );
}

const stem = (word: string): string => word.replace(/(?:ing|ed|es|s)$/, '').slice(0, 6);

/** Do question and answer share a word, or does the answer begin as answers do? */
function speaksOf(question: string, answer: string): boolean {
  if (/^(?:yes|no|by|because|to|if|when|not|absolutely|of course|sure|never|always)\b/i.test(answer))
    return true;
  const said = new Set(words(tokenize(answer)).map((token) => stem(token.low)));
  return words(tokenize(question)).some((token) => !isFunctionWord(token.low) && said.has(stem(token.low)));
}

/** What only announces an answer. */
const BEGINS =
  /^(?:first(?:ly)?,|(?:so,? )?let['’]?s\b|in this (?:section|chapter|article|guide|page)|we['’]ll\b)/i;
const DANGLING_START = /^(?:(?:he|she|they|these|those|see)\b|\()|\s>\s/i;
