import type { Text } from './text.js';
import type { Token } from './tokens.js';
import { be, participle } from './voice.js';

/** Where a word stands towards a verb: who does it, whom or what it is done to, where it comes from or goes to. */
export type Role = 'agent' | 'other' | 'from' | 'to';

export interface Part {
  readonly role: Role;
  /** Token of the head word. */
  readonly at: number;
}

/** A verb, or a comparison ("faster than"), and who stands where around it. */
export interface Frame {
  readonly verb: number;
  readonly passive: boolean;
  /** The token before the verb and its helpers: where a pronoun stands that does it. */
  readonly subject: number;
  /** By the word's key and side; a word that stands in two roles is left out. */
  readonly parts: ReadonlyMap<string, Part>;
}

const auxiliary =
  /^(?:am|is|are|was|were|be|been|being|has|have|had|do|does|did|can|could|may|might|must|shall|should|will|would|to|cannot)$/;
const pronoun = /^(?:he|she|it|they|we|you|i|who|which|that)$/;
const preposition =
  /^(?:by|to|from|of|in|on|at|for|with|within|under|over|after|before|during|against|into|through|about|between|than|as|without|until|since|via|per)$/;
const clauseEnd =
  /^(?:[;:()—–]|but|while|whereas|because|although|when|once|until|if|unless|which|who|that|where)$/;
/** Past forms that do not end in -ed. */
export const irregularPast =
  /^(?:paid|made|gave|took|sold|bought|brought|built|began|broke|chose|drew|drove|led|left|lent|lost|met|ran|said|sent|shot|spoke|stole|taught|told|threw|won|wrote|beat|hit|cut|put|set|held|kept|found|became|saw|knew|fought|caught|struck|overtook|withdrew|wed|sang|rang|drank|swam|sank|wore|tore|grew|flew|froze|woke|rode|rose|ate|fell|felt|slept|stood|hid)$/;
const adverb = /ly$|^(?:also|then|first|later|soon|always|only|still|already|just)$/;

/** Whether token `i` may be a verb: after an auxiliary, or inflected and after a noun or pronoun. */
function isVerb(text: Text, i: number, from: number): boolean {
  const { tokens } = text;
  const token = tokens[i]!;
  if (token.kind !== 'word' || token.word.stop || token.capital) return false;
  let j = i - 1;
  while (j >= from && (adverb.test(tokens[j]!.word.low) || tokens[j]!.word.negator)) j--;
  if (j < from) return false;
  const before = tokens[j]!;
  if (auxiliary.test(before.word.low)) return true;
  if (before.kind !== 'word' || text.factAt[j]! >= 0) return false;
  if (before.word.stop && !pronoun.test(before.word.low)) return false;
  if (token.word.low.endsWith('s')) {
    // "any environment variables.", "personal licences cannot": a plural, not what someone does.
    const next = tokens[i + 1];
    return next !== undefined && next.kind !== 'mark' && !auxiliary.test(next.word.low);
  }
  return token.word.low.endsWith('ed') || irregularPast.test(token.word.low);
}

/** "faster than", "more expensive than": a comparison has two sides, as a verb has. */
function compares(tokens: readonly Token[], i: number, to: number): boolean {
  if (tokens[i]!.word.stop || tokens[i]!.kind !== 'word') return false;
  for (let j = i + 1; j < Math.min(to, i + 3); j++) if (tokens[j]!.word.low === 'than') return true;
  return false;
}

/** "a loan from her brother", "payment by the tenant to the landlord": a noun that has roles as its verb has. */
function deed(tokens: readonly Token[], i: number, to: number): boolean {
  if (tokens[i]!.kind !== 'word' || tokens[i]!.word.stop) return false;
  return i + 1 < to && /^(?:from|by)$/.test(tokens[i + 1]!.word.low);
}

/** By what a head word is compared: "storage team" and "platform team" differ. */
function keyOf(text: Text, at: number): string {
  const token = text.tokens[at]!;
  const name = text.names.find((each) => each.kind === 'actor' && each.from <= at && at < each.to);
  return name === undefined ? `${token.key}${token.word.sign}` : name.parts.join(' ');
}

/** The head words of a stretch: the last of each run of content words, and every word of a name. */
function heads(
  text: Text,
  from: number,
  to: number,
  verbs: ReadonlySet<number>,
  roleOf: (lead: string | undefined) => Role | undefined,
  parts: Map<string, Part>,
): void {
  const { tokens } = text;
  let lead: string | undefined;
  for (let i = from; i < to; i++) {
    const token = tokens[i]!;
    if (token.kind !== 'word') {
      if (token.text === ',') lead = undefined;
      continue;
    }
    if (text.factAt[i]! >= 0) {
      lead = undefined;
      continue;
    }
    if (token.word.stop) {
      // "after its merchants had lent": begins a clause of its own.
      if (/^(?:after|before|until|since|as)$/.test(token.word.low) && verbs.has(to)) lead = undefined;
      else if (preposition.test(token.word.low)) lead = token.word.low;
      continue;
    }
    if (verbs.has(i)) continue;
    const next = tokens[i + 1];
    const last =
      next === undefined || i + 1 >= to || next.kind !== 'word' || next.word.stop || verbs.has(i + 1);
    // "the landlord's agent": the agent, not the landlord.
    if (/['’]s?$/.test(token.text) || (!last && !token.capital)) continue;
    const role = roleOf(lead);
    if (role !== undefined) {
      const key = keyOf(text, i);
      const seen = parts.get(key);
      if (seen === undefined) parts.set(key, { role, at: i });
      else if (seen.role !== role) parts.delete(key);
    }
    if (last) lead = undefined;
  }
}

function objectRole(lead: string | undefined, passive: boolean): Role | undefined {
  if (lead === undefined || lead === 'than') return 'other';
  if (lead === 'by') return passive ? 'agent' : undefined;
  if (lead === 'to' || lead === 'into') return 'to';
  if (lead === 'from') return 'from';
  return /^(?:for|with|of|against|over|as|on)$/.test(lead) ? 'other' : undefined;
}

/** ", so begin with the relay", ", not the other way round": after a comma no part of the verb. */
const breaksOff = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]!.text === ',' && /^(?:so|not)$/.test(tokens[at + 1]?.word.low ?? '');

/** "the relay that sends": the word before the relative pronoun that a verb follows. */
function antecedent({ tokens }: Text, start: number, verb: number, from: number): number | undefined {
  const at = start - 2;
  if (at < from || !/^(?:who|which|that)$/.test(tokens[start - 1]!.word.low)) return undefined;
  for (let i = start; i < verb; i++) if (!tokens[i]!.word.stop) return undefined;
  const { kind, word } = tokens[at]!;
  return kind === 'word' && !word.stop ? at : undefined;
}

/** The frames of one sentence; with `keys`, only those of verbs that have one of them. */
export function framesOf(text: Text, index: number, keys?: ReadonlySet<string>): Frame[] {
  const { tokens } = text;
  const { from, to } = text.sentences[index]!;
  const verbs = new Set<number>();
  const found: number[] = [];
  for (let i = from + 1; i < to; i++) {
    const verb = isVerb(text, i, from);
    if (verb) verbs.add(i);
    const wanted = keys === undefined || keys.has(tokens[i]!.key);
    if (wanted && (verb || compares(tokens, i, to) || (keys !== undefined && deed(tokens, i, to))))
      found.push(i);
  }
  return found.slice(0, 20).map((v): Frame => {
    let start = v;
    while (start > from && !clauseEnd.test(tokens[start - 1]!.word.low)) start--;
    let end = v + 1;
    while (end < to && !clauseEnd.test(tokens[end]!.word.low) && !breaksOff(tokens, end)) end++;
    // What a verb has before it ends at the verb before, what it has after it at the next one with a subject.
    for (let i = v - 1; i > start; i--) {
      if (tokens[i]!.text === ',' && [...verbs].some((each) => each >= start && each < i)) start = i + 1;
    }
    let helper = v - 1;
    while (helper > start && (adverb.test(tokens[helper]!.word.low) || tokens[helper]!.word.negator))
      helper--;
    const by = tokens.slice(v + 1, Math.min(end, v + 12)).some((token) => token.word.low === 'by');
    const looksPassive = participle.test(tokens[v]!.word.low);
    const helped = tokens[helper]!.word.low;
    const passive = verbs.has(v) && looksPassive && (be.test(helped) || (by && !auxiliary.test(helped)));
    const parts = new Map<string, Part>();
    if (!verbs.has(v) && deed(tokens, v, to)) {
      const giver = (lead: string | undefined): Role | undefined =>
        lead === 'from' || lead === 'by' ? 'agent' : lead === 'to' ? 'to' : undefined;
      heads(text, v + 1, end, verbs, giver, parts);
      return { verb: v, passive: false, subject: -1, parts };
    }
    heads(
      text,
      start,
      v,
      verbs,
      (lead) =>
        lead === undefined ? (passive ? 'other' : 'agent') : lead === 'by' && passive ? 'agent' : undefined,
      parts,
    );
    const doer = antecedent(text, start, v, from);
    if (doer !== undefined) parts.set(keyOf(text, doer), { role: passive ? 'other' : 'agent', at: doer });
    heads(text, v + 1, end, verbs, (lead) => objectRole(lead, passive), parts);
    let subject = v - 1;
    while (
      subject > start &&
      (auxiliary.test(tokens[subject]!.word.low) || adverb.test(tokens[subject]!.word.low))
    )
      subject--;
    return { verb: v, passive, subject, parts };
  });
}
