import type { Dataset } from '../../../core/dataset/dataset.js';
import type { Grounding, Message, Source } from '../../../core/dataset/model.js';
import { ulidTime } from '../../../core/dataset/ulid.js';
import type { FailureDetail, PageGrounding, PageMessage, PairDetail, Row } from '../../../protocol.js';
import type { FailureEntry, PairEntry } from './entries.js';
import { pageSource, sourceNow } from './evidence.js';
import type { ReadNow } from './stale.js';

/** All that the page shows of a pair. Rejects where its line can no longer be read. */
export async function pairDetail(
  dataset: Dataset,
  { id }: PairEntry,
  row: Row,
  read: ReadNow,
): Promise<PairDetail> {
  const pair = await dataset.pair(id);
  const { prompt, completion, rejected, reasoning, note, grounding, original, recipe, provider, model } =
    pair;
  const reworded =
    completion !== original.completion || JSON.stringify(prompt) !== JSON.stringify(original.prompt);
  const result = dataset.fold.results.get(pair.result);
  const sources = await Promise.all(pair.sources.map((source) => sourceNow(dataset, source, read)));
  return {
    kind: 'pair',
    id,
    row,
    prompt: prompt.map(pageMessage),
    completion,
    rejected,
    reasoning,
    original: reworded
      ? { prompt: original.prompt.map(pageMessage), completion: original.completion }
      : undefined,
    note,
    grounding: grounding && pageGrounding(grounding),
    sources: sources.map(pageSource),
    recipe,
    provider,
    model,
    run: runOf(dataset, pair.run),
    ms: result?.ms,
  };
}

/** All that the page shows of a chunk that failed. */
export async function failureDetail(
  dataset: Dataset,
  { id, chunk }: FailureEntry,
  row: Row,
  read: ReadNow,
): Promise<FailureDetail> {
  const { failure } = await dataset.result(id);
  const whole: Source | undefined = chunk === undefined ? undefined : { chunk, spans: [] };
  return {
    kind: 'failure',
    id,
    row,
    code: failure?.code ?? 'failed',
    message: failure?.message ?? 'It is not recorded what went wrong.',
    reply: failure?.reply,
    source: whole && pageSource(await sourceNow(dataset, whole, read)),
  };
}

function runOf(dataset: Dataset, id: string): { number: number; at: number } | undefined {
  const number = dataset.runs().findIndex((run) => run.id === id) + 1;
  return number > 0 ? { number, at: ulidTime(id) } : undefined;
}

export const pageGrounding = ({ verdict, score, reasons, unsupported }: Grounding): PageGrounding => ({
  verdict,
  score,
  reasons: reasons.map(({ code, message, at }) => ({ code, message, at: at && [at[0], at[1]] })),
  unsupported: unsupported.map(([from, to]) => [from, to]),
});

const pageMessage = ({ role, content, weight, name, toolCalls }: Message): PageMessage => ({
  role,
  content,
  weight,
  name,
  toolCalls: toolCalls?.map((call) => ({ ...call })),
});
