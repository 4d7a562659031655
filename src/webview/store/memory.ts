/** What outlives a reload of the page: the half-typed texts, the layout, the filter, where one was. */
import * as z from 'zod/mini';
import { filterSchema } from '../../protocol.js';
import type { Draft, State } from './state.js';

const count = z.int().check(z.nonnegative());
const share = z.number().check(z.minimum(0.1), z.maximum(0.9));
const memorySchema = z.object({
  layout: z.object({
    wide: z.optional(share),
    narrow: z.optional(share),
    focus: z.boolean(),
    chunk: z.optional(z.boolean()),
  }),
  filter: filterSchema,
  selected: z.optional(z.string()),
  drafts: z.array(
    z.tuple([
      z.string(),
      z.object({
        field: z.enum(['question', 'completion']),
        base: z.string(),
        text: z.string(),
        start: count,
        end: count,
      }),
    ]),
  ),
  recent: z.array(
    z.object({
      pair: z.string(),
      deed: z.enum(['accepted', 'rejected', 'new', 'edited', 'rated', 'tagged', 'noted']),
      rating: z.optional(z.int()),
      title: z.string(),
    }),
  ),
});
export type Memory = z.infer<typeof memorySchema>;

export function memoryOf(state: State): Memory {
  const drafts = [...state.drafts].map(([pair, { field, base, text, start, end }]): [string, Draft] => [
    pair,
    { field, base, text, start, end },
  ]);
  const { id } = state.selected ?? {};
  return {
    layout: state.layout,
    filter: state.filter,
    ...(id === undefined ? {} : { selected: id }),
    drafts,
    recent: state.recent.map(({ pair, deed, rating, title }) => ({ pair, deed, rating, title })),
  };
}

/** What an earlier page kept, or undefined where it is none of ours. */
export const readMemory = (kept: unknown): Memory | undefined => memorySchema.safeParse(kept).data;

/** The same, of what the extension kept. */
export function parseMemory(kept: string): Memory | undefined {
  try {
    return readMemory(JSON.parse(kept));
  } catch {
    return undefined; // of another version
  }
}

export function withMemory(state: State, memory: Memory | undefined): State {
  if (memory === undefined) return state;
  const { layout, filter, drafts, recent, selected } = memory;
  return {
    ...state,
    layout,
    filter,
    drafts: new Map(drafts),
    recent,
    ...(selected === undefined ? {} : { goTo: selected }),
  };
}
