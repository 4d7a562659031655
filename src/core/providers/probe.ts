import { ok, type Outcome } from '../outcome.js';
import type { Clock } from '../ports.js';
import type { Keeping } from './memory.js';
import type { SchemaForm } from './openai-form.js';
import type { OpenedProvider } from './options.js';
import type { Completion, CompletionRequest, ProviderError } from './provider.js';

/** What a few tiny requests told of a server and a model. */
export interface ProbeReport {
  /** The form that shapes are asked for in from now on; undefined where the provider has one way only. */
  readonly form: SchemaForm | undefined;
  /** How far that form is kept to. */
  readonly keeps: Keeping;
  /** As the server names it. */
  readonly model: string;
  /** Whether the reply came in more than one piece. */
  readonly streams: boolean;
  /** Until the first piece of the last reply, and until all of it, in milliseconds. */
  readonly firstMs: number;
  readonly wholeMs: number;
  /** Whether the server says how many tokens it took. */
  readonly usage: boolean;
  readonly requests: number;
}

export interface ProbeOptions {
  readonly model: string;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/**
 * Finds out in which form a shape is kept to, by asking for something that breaks it unless the server enforces it: many
 * servers answer 200 to a form that they pay no heed to. Goes down from the strictest form until one is kept to, else
 * stays with the best; what it finds is remembered. Sends one to three requests, and what they take to be accepted.
 */
export async function probe(
  provider: OpenedProvider,
  options: ProbeOptions,
): Promise<Outcome<ProbeReport, ProviderError>> {
  const { ladder } = provider;
  const { model } = options;
  let best: ProbeReport | undefined;
  let form = ladder?.start;
  for (let requests = 1; ; requests++) {
    if (form !== undefined) await ladder?.use(model, form);
    const asked = await ask(provider, options);
    if (!asked.ok) {
      if (best === undefined || asked.error.code === 'cancelled') return asked;
      break;
    }
    // The provider has gone down by itself where the server refused a form.
    const used = await ladder?.used(model);
    const seen: ProbeReport = { ...asked.value, form: used, requests };
    best = best === undefined || ranks[seen.keeps] > ranks[best.keeps] ? seen : { ...best, requests };
    form = used === undefined || seen.keeps === 'shape' ? undefined : next[used];
    if (form === undefined) break;
  }
  if (best.form !== undefined) await ladder?.use(model, best.form, best.keeps);
  return ok(best);
}

const ranks: Readonly<Record<Keeping, number>> = { shape: 2, json: 1, nothing: 0 };

/** The next way that may be kept to where this one is not. Without limits, a schema is ignored all the same. */
const next: Readonly<Record<SchemaForm, SchemaForm | undefined>> = {
  full: 'tool',
  unlimited: 'tool',
  tool: 'object',
  object: undefined,
  none: undefined,
};

const colours = ['red', 'green', 'blue'];

/** What is asked for in words is a word, in plain text; the shape wants something else. */
const request: Omit<CompletionRequest, 'model'> = {
  messages: [
    {
      role: 'user',
      content: 'Reply with this one word, as plain text, not as JSON, and with nothing else: banana',
    },
  ],
  sampling: { temperature: 0, maxTokens: 400 },
  schema: {
    name: 'colour',
    schema: {
      type: 'object',
      properties: {
        colour: { type: 'string', enum: colours },
        note: { type: 'string', maxLength: 20 },
      },
      required: ['colour', 'note'],
      additionalProperties: false,
    },
  },
  sample: 0,
  fresh: true,
};

async function ask(
  provider: OpenedProvider,
  { model, clock, signal }: ProbeOptions,
): Promise<Outcome<Omit<ProbeReport, 'form' | 'requests'>, ProviderError>> {
  let pieces = 0;
  let firstAt = 0;
  const began = clock.now();
  const asked = { ...request, model };
  let result = await askOnce(asked);
  if (!result.ok && result.error.code === 'bad-request' && /temperature/i.test(result.error.message)) {
    // Models that reason take no temperature but their own.
    result = await askOnce({ ...asked, sampling: { maxTokens: 400 } });
  }
  if (!result.ok) return result;
  const ended = clock.now();
  return ok({
    keeps: keptTo(result.value),
    model: result.value.model,
    streams: pieces > 1,
    firstMs: (pieces > 0 ? firstAt : ended) - began,
    wholeMs: ended - began,
    usage: result.value.usage?.output !== undefined,
  });

  function askOnce(one: CompletionRequest) {
    return provider.complete(one, signal, {
      started: () => {},
      piece: () => {
        if (pieces++ === 0) firstAt = clock.now();
      },
    });
  }
}

/** How far a reply keeps to the shape. Of one cut at its length the start has to do. */
function keptTo({ text, finish }: Completion): Keeping {
  if (finish === 'length' && /^\s*\{\s*"colour"\s*:\s*"(?:red|green|blue)"/.test(text)) return 'shape';
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'nothing';
  }
  if (typeof value !== 'object' || value === null) return 'nothing';
  const { colour, note, ...rest } = value as Readonly<Record<string, unknown>>;
  const fits = colours.some((one) => one === colour) && typeof note === 'string';
  return fits && Object.keys(rest).length === 0 ? 'shape' : 'json';
}
