import { questionTypes, type Failure, type Pair, type QuestionType } from '../dataset/model.js';
import type { Completion } from '../providers/provider.js';
import { takenPair, type TakenPair } from './qa-schema.js';
import type { QaSettings } from './qa-settings.js';
import { typesFor } from './question-types.js';
import type { Part, RecipeInput, RecipeReply } from './recipe.js';
import { cleanText, keptReply } from './reply/clean.js';
import type { RawPair } from './reply/items.js';
import { readReply } from './reply/read.js';
import { isRefusal } from './reply/refusals.js';
import { bare, unsound } from './reply/sanity.js';

/** What a model's reply comes to. Never throws, and takes time linear in the reply. */
export function qaReply(
  completion: Completion,
  input: RecipeInput,
  settings: QaSettings,
  part?: Part,
): RecipeReply {
  const { text, finish } = completion;
  if (finish === 'refused') return failed('refused', 'The model refused this chunk.', text);
  const reply = readReply(text, finish === 'length' || finish === 'repeat');
  const want = part?.want ?? settings.pairsPerChunk;
  const { kept, dropped } = sound(reply.pairs, want, part?.have ?? []);
  const reason = reasonOf(reply.reason);
  if (kept.length === 0) return withoutPairs(completion, reply, dropped, reason, want);

  const planned = kept.every(({ type }) => type !== undefined) ? [] : typesFor(settings, input.text, part);
  const pairs = kept.map(({ pair, type }, place) => pairFor(pair, type ?? planned[place], input));
  const quotes = kept.map(({ pair }) => pair.quotes);
  if (pairs.length >= want) return { outcome: 'done', pairs, quotes };
  const why = [
    ...(reply.cut ? [whyCut(finish)] : []),
    ...(dropped.length > 0 ? [`left out: ${counted(dropped)}`] : []),
    ...(reason === undefined ? [] : [`the model says: ${reason}`]),
  ];
  return {
    outcome: 'partial',
    pairs,
    quotes,
    reason: `${pairs.length} of ${want} pairs${why.length > 0 ? ` (${why.join('; ')})` : ''}.`,
    ...(reply.cut ? { cut: true } : {}),
  };
}

interface Kept {
  readonly pair: TakenPair;
  readonly type: QuestionType | undefined;
}

/** The first `want` pairs that can be used, and why others cannot. */
function sound(
  raw: readonly RawPair[],
  want: number,
  have: readonly Pair[],
): { kept: Kept[]; dropped: string[] } {
  const kept: Kept[] = [];
  const dropped: string[] = [];
  const asked = new Set(have.map((pair) => bare(pair.prompt.at(-1)?.content ?? '')));
  for (const item of raw) {
    if (kept.length >= want) break;
    const taken = takenPair.safeParse({
      question: wordsOf(item.question),
      answer: wordsOf(item.answer),
      quotes: quotesOf(item.quotes),
    });
    if (!taken.success) {
      dropped.push('a pair lacks its question or answer, or has too long a one');
      continue;
    }
    const pair = taken.data;
    const wrong = unsound(pair.question, pair.answer);
    const key = bare(pair.question);
    if (wrong !== undefined) dropped.push(wrong);
    else if (asked.has(key)) dropped.push('a question comes twice');
    else kept.push({ pair, type: typeOf(item.type) });
    asked.add(key);
  }
  return { kept, dropped };
}

function withoutPairs(
  completion: Completion,
  reply: { readonly list: boolean; readonly cut: boolean; readonly pairs: readonly unknown[] },
  dropped: readonly string[],
  reason: string | undefined,
  want: number,
): RecipeReply {
  const { text, finish } = completion;
  if (reply.list && !reply.cut && reply.pairs.length === 0 && reason !== undefined) {
    return { outcome: 'empty', reason };
  }
  if (finish === 'length') {
    // The same again would be cut again.
    const fewer = {
      complaint: 'it grew too long and was cut. Write short answers.',
      want: Math.ceil(want / 2),
    };
    return failed('cut', `${breaksOff} Allow more tokens, or ask for fewer pairs.`, text, fewer);
  }
  if (finish === 'repeat') {
    const message =
      'The model said the same over and over until it was stopped, before its first pair was whole.';
    const less = { complaint: 'it repeated itself without an end.', want };
    return failed(
      'cut',
      `${message} Raise the repeat penalty or the temperature, or take another model.`,
      text,
      less,
    );
  }
  const again = (complaint: string) => ({ complaint, want });
  if (reply.cut) return failed('cut', `${breaksOff} Try again.`, text, again('it broke off in the middle.'));
  if (dropped.length > 0) {
    const why = counted(dropped);
    return failed(
      'bad-reply',
      `No pair of the reply can be used: ${why}. Try again.`,
      text,
      again(`${why}.`),
    );
  }
  if (isRefusal(text)) return failed('refused', 'The model declined to write pairs for this chunk.', text);
  if (text.trim() === '')
    return failed('bad-reply', 'The reply is empty. Try again.', text, again('it was empty.'));
  return reply.list
    ? failed('bad-reply', 'The reply has no pairs and does not say why. Try again.', text, again(noReason))
    : failed('bad-reply', 'The reply holds no pairs. Try again, or another model.', text, again(noJson));
}

function whyCut(finish: Completion['finish']): string {
  if (finish === 'length') return 'the reply was cut at its token limit';
  return finish === 'repeat' ? 'the model repeated itself until it was stopped' : 'the reply breaks off';
}

const breaksOff = 'The reply breaks off before its first pair is whole.';
const noReason = 'it had no pairs and no reason. Write pairs, or say in "reason" why there can be none.';
const noJson = 'it was not JSON of the form that was asked for. Write nothing before or after the JSON.';

function failed(
  code: Failure['code'],
  message: string,
  reply: string,
  again?: { readonly complaint: string; readonly want: number },
): RecipeReply {
  const failure = { code, message, reply: keptReply(reply) };
  return { outcome: 'failed', failure, ...(again ? { again } : {}) };
}

function pairFor(pair: TakenPair, type: QuestionType | undefined, input: RecipeInput): Pair {
  return {
    prompt: [{ role: 'user', content: pair.question }],
    completion: pair.answer,
    ...(type === undefined ? {} : { questionType: type }),
    sources: [{ chunk: input.chunk, spans: [] }],
  };
}

/** Text, a number, or the lines of a list; undefined for anything else. */
function wordsOf(value: unknown): string | undefined {
  if (typeof value === 'string') return cleanText(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const lines = value.filter((line) => typeof line === 'string');
  return lines.length === value.length ? cleanText(lines.join('\n')) : undefined;
}

const mostQuotes = 3;

/** The quotes that are texts; they are not verified here, so what is none is just not one. */
function quotesOf(value: unknown): string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const quotes: string[] = [];
  for (const item of list) {
    if (quotes.length >= mostQuotes) break;
    const words = quoteWords(item);
    if (words !== undefined && words !== '' && words.length <= 4000) quotes.push(words);
  }
  return quotes;
}

function quoteWords(item: unknown): string | undefined {
  if (typeof item === 'string') return cleanText(item);
  if (typeof item !== 'object' || item === null) return undefined;
  const inner: unknown = 'quote' in item ? item.quote : 'text' in item ? item.text : undefined;
  return typeof inner === 'string' ? cleanText(inner) : undefined;
}

function typeOf(value: unknown): QuestionType | undefined {
  if (typeof value !== 'string') return undefined;
  const name = value.trim().toLowerCase();
  return questionTypes.find((type) => name.startsWith(type));
}

/** A reason is words, not "..." or "none". */
function reasonOf(text: string | undefined): string | undefined {
  const reason = cleanText((text ?? '').slice(0, 500)).replace(/\s+/g, ' ');
  return /\p{L}{2}/u.test(reason) && !/^(?:none|null|n\/a|reason|string)\.?$/i.test(reason)
    ? reason
    : undefined;
}

/** Each reason once, with how often it holds where that is more than once. */
function counted(reasons: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].map(([reason, count]) => (count > 1 ? `${reason} (${count} times)` : reason)).join(', ');
}
