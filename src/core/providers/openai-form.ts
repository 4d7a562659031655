import type { HttpFailure } from './http.js';
import type { CompletionRequest } from './provider.js';
import { hasLimits } from './schema.js';

/**
 * How a shape is asked for, strictest first. full: a strict `json_schema` as given; unlimited: without lengths and
 * counts, which some refuse; tool: a tool of that shape that must be called; object: any JSON; none: the prompt alone.
 */
export const schemaForms = ['full', 'unlimited', 'tool', 'object', 'none'] as const;
export type SchemaForm = (typeof schemaForms)[number];

/** How a request is put, as far as servers differ. A preset says where to begin; their 400s teach the rest. */
export interface RequestForm {
  readonly schema: SchemaForm;
  /** OpenAI's newer models refuse `max_tokens`, most others know nothing else. */
  readonly tokens: 'max_tokens' | 'max_completion_tokens';
  /** Whether the reply is asked for piece by piece. */
  readonly stream: boolean;
  /** Whether a stream is asked to end with its usage (`stream_options`). */
  readonly usage: boolean;
}

/** Statuses by which servers refuse a form: 501 is for streaming. */
const refusals: ReadonlySet<number> = new Set([400, 422, 501]);
/** OpenRouter's 404 where no upstream takes all that was asked for. */
const noUpstream = /requested parameters/i;
const aboutSchema = /response_?format|schema|json_object|grammar|guided|structured/i;
const aboutTools = /tool|function/i;

/** The next form to try after this failure, or undefined if it is not about the form. */
export function nextForm(
  form: RequestForm,
  request: CompletionRequest,
  failure: HttpFailure | undefined,
): RequestForm | undefined {
  if (failure === undefined) return undefined;
  const { status, body } = failure;
  if (!refusals.has(status) && !(status === 404 && noUpstream.test(body))) return undefined;
  if (form.stream && form.usage && /stream_options|include_usage/.test(body))
    return { ...form, usage: false };
  if (form.stream && /\bstream(?:ed|ing|s)?\b/i.test(body)) return { ...form, stream: false };
  if (form.tokens === 'max_tokens' && request.sampling.maxTokens !== undefined) {
    if (body.includes('max_completion_tokens')) return { ...form, tokens: 'max_completion_tokens' };
  }
  const { schema } = request;
  if (schema === undefined || form.schema === 'none') return undefined;
  const isAboutIt = aboutSchema.test(body) || (form.schema === 'tool' && aboutTools.test(body));
  if (!isAboutIt && status !== 404) return undefined;
  return { ...form, schema: weaker(form.schema, hasLimits(schema.schema)) };
}

/** The form after this one. Where the schema has no limits, one without them is the same. */
function weaker(form: SchemaForm, limited: boolean): SchemaForm {
  const next = schemaForms[schemaForms.indexOf(form) + 1] ?? 'none';
  return next === 'unlimited' && !limited ? 'tool' : next;
}
