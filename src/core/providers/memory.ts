import * as z from 'zod/mini';
import { schemaForms } from './openai-form.js';

/** How far a server keeps to a shape that it is given: to all of it, to JSON, or not at all. */
export const keepings = ['shape', 'json', 'nothing'] as const;
export type Keeping = (typeof keepings)[number];

/** What has been found out about a server and one of its models. */
export const serverFactsShape = z.object({
  schema: z.enum(schemaForms),
  tokens: z.optional(z.enum(['max_tokens', 'max_completion_tokens'])),
  stream: z.optional(z.boolean()),
  usage: z.optional(z.boolean()),
  /** As a probe saw it; undefined where none was made. */
  keeps: z.optional(z.enum(keepings)),
});
export type ServerFacts = Readonly<z.infer<typeof serverFactsShape>>;

/** Where it is remembered, so that the next provider need not learn it again. Never fails: it is only a help. */
export interface ServerMemory {
  /** @param url the endpoint's, without credentials */
  get(url: string, model: string): Promise<ServerFacts | undefined>;
  set(url: string, model: string, facts: ServerFacts): Promise<void>;
}
