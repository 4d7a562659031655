import type { Message } from '../core/dataset/model.js';
import type { JsonSchema, Sampling } from '../core/providers/provider.js';
import type { WireRequest } from '../node/wireRequest.js';

/** Of the documents that show a request. */
export const promptScheme = 'pairsmith-prompt';

export interface ShownRequest {
  readonly provider: string;
  readonly model: string;
  /** What else is to be known of it. */
  readonly note?: string | undefined;
  readonly messages: readonly Message[];
  readonly schema: { readonly name: string; readonly schema: JsonSchema };
  readonly sampling: Sampling;
  /** Undefined for a provider that sends nothing. */
  readonly wire: WireRequest | undefined;
}

/** A request for people to read: the messages as they are, then what goes along, then what is sent to the letter. */
export function promptText({
  provider,
  model,
  note,
  messages,
  schema,
  sampling,
  wire,
}: ShownRequest): string {
  const part = (title: string, text: string) => `==== ${title} ====\n${text}\n`;
  const json = (value: unknown) => JSON.stringify(value, null, 2);
  return [
    part('provider', [`${provider}, ${model}`, ...(note === undefined ? [] : [note])].join('\n')),
    ...messages.map(({ role, content }) => part(role, content)),
    part('shape of the reply', json(schema)),
    part('sampling', json(sampling)),
    ...(wire ? [part(`POST ${wire.url}`, json(wire.body))] : []),
  ].join('\n');
}
