import type { Pair } from '../dataset/model.js';
import type { Part, RecipeInput, RecipeReply } from '../recipes/recipe.js';
import type { Said, Talk } from './talk.js';
import { split } from '../chunks/index.js';

/**
 * Asks for a chunk's pairs, again where that helps: once more, with what was wrong, for a reply that can't be used;
 * for the rest, where a reply was cut; in smaller parts, where the chunk is too long for the model.
 */
export async function askAll<Settings>(
  talk: Talk<Settings>,
  input: RecipeInput,
  part?: Part,
  depth = 0,
): Promise<Said> {
  const first = await talk.ask(input, part);
  if (first.error)
    return first.error.code === 'context' ? inParts(talk, input, first, part?.have ?? [], depth) : first;
  const { reply, want } = first;
  if (reply.outcome === 'failed' && reply.again) return onceMore(talk, input, part, first);
  if (reply.outcome !== 'partial' || reply.cut !== true || reply.pairs.length >= want) return first;
  const have = [...(part?.have ?? []), ...reply.pairs];
  const rest = await talk.ask(input, { want: want - reply.pairs.length, have });
  return { want, reply: combined(want, [reply, rest.reply]) };
}

async function onceMore<Settings>(
  talk: Talk<Settings>,
  input: RecipeInput,
  part: Part | undefined,
  { want, reply: unusable }: Said,
): Promise<Said> {
  if (unusable.outcome !== 'failed' || !unusable.again) throw new Error('nothing to ask again');
  const second = await talk.ask(input, { have: part?.have ?? [], ...unusable.again });
  const { reply, error } = second;
  if (reply.outcome !== 'failed') {
    return { want, reply: second.want < want ? combined(want, [reply]) : reply };
  }
  // What the model said is worth more to a person than nothing.
  const failure = { ...reply.failure, reply: reply.failure.reply ?? unusable.failure.reply };
  return { want, reply: { outcome: 'failed', failure }, error };
}

/** Shorter ones are not worth a request. In UTF-16 code units. */
const shortest = 200;
const deepest = 6;
/** Two parts in most texts, as they are cut between sentences. */
const partSize = 0.6;

/** Asks about parts of a chunk that the model can't take whole, one after the other. */
async function inParts<Settings>(
  talk: Talk<Settings>,
  input: RecipeInput,
  tooLong: Said,
  before: readonly Pair[],
  depth: number,
): Promise<Said> {
  const size = Math.ceil(input.text.length * partSize);
  if (size < shortest || depth >= deepest) return tooLong;
  const spans = split(input.text, 'plain', { size, overlap: 0, unit: 'characters' });
  const { want } = tooLong;
  const replies: RecipeReply[] = [];
  const have: Pair[] = [];
  for (const [i, { start, end }] of spans.entries()) {
    // Every part is asked, even where fewer pairs are wanted than there are parts.
    const share = Math.max(1, Math.ceil((want - have.length) / (spans.length - i)));
    const text = input.text.slice(start, end);
    const said = await askAll(
      talk,
      { ...input, text },
      { want: share, have: [...before, ...have] },
      depth + 1,
    );
    if (said.error?.code === 'cancelled') return said;
    // The prompt alone is too long then: other parts would not fit either.
    if (said.error?.code === 'context' && have.length === 0) return { ...tooLong, error: said.error };
    if ('pairs' in said.reply) have.push(...said.reply.pairs);
    replies.push(said.reply);
  }
  return { want, reply: combined(want, replies) };
}

/** Asking these again brings nothing else. */
const settled = new Set(['refused', 'context']);

/** What several replies about one chunk come to, in their order. */
function combined(want: number, replies: readonly RecipeReply[]): RecipeReply {
  const withPairs = replies.filter((reply) => 'pairs' in reply);
  const pairs = withPairs.flatMap((reply) => reply.pairs);
  const quotes = withPairs.flatMap((reply) => reply.quotes);
  if (pairs.length >= want) return { outcome: 'done', pairs, quotes };
  const [first] = replies;
  const failure = replies.find((reply) => reply.outcome === 'failed');
  if (pairs.length === 0) return failure ?? (first as RecipeReply);
  const last = replies.at(-1);
  const reasons = replies.map(reasonOf).filter((reason) => reason !== undefined);
  const cut =
    (last?.outcome === 'partial' && last.cut === true) ||
    replies.some((reply) => reply.outcome === 'failed' && !settled.has(reply.failure.code));
  return {
    outcome: 'partial',
    pairs,
    quotes,
    reason: [`${pairs.length} of ${want} pairs in the end.`, ...reasons].join(' '),
    ...(cut ? { cut } : {}),
  };
}

function reasonOf(reply: RecipeReply): string | undefined {
  if (reply.outcome === 'failed') return `Then: ${reply.failure.message}`;
  return reply.outcome === 'empty' ? `Then the model says: ${reply.reason}` : reply.reason;
}
