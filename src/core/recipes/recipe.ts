import type { Failure, Message, Pair } from '../dataset/model.js';
import type { Completion, JsonSchema } from '../providers/provider.js';

/** A chunk as a recipe sees it. */
export interface RecipeInput {
  readonly chunk: string;
  readonly text: string;
  /** The headings above it, outermost first. */
  readonly heading: readonly string[];
}

export interface RecipeRequest {
  readonly messages: readonly Message[];
  readonly schema: { readonly name: string; readonly schema: JsonSchema };
  /** Pairs wanted. */
  readonly want: number;
}

/** What a request is about, where it is not the first for its chunk or is not about all of it. */
export interface Part {
  /** Pairs wanted from this request. */
  readonly want: number;
  /** Pairs that are there already, and are not to come again. */
  readonly have: readonly Pair[];
  /** What was wrong with the reply before. */
  readonly complaint?: string | undefined;
}

/** What a reply came to. Pairs are not grounded yet; their quotes are in `quotes`, by the pair's place. */
export type RecipeReply =
  | {
      readonly outcome: 'done' | 'partial';
      readonly pairs: readonly Pair[];
      /** The verbatim quotes that the model gave for each pair, unverified. */
      readonly quotes: readonly (readonly string[])[];
      /** For `partial`: why there are fewer than wanted. */
      readonly reason?: string | undefined;
      /** The reply was cut at its token limit, so that asking again may bring more. */
      readonly cut?: boolean | undefined;
    }
  | { readonly outcome: 'empty'; readonly reason: string }
  | {
      readonly outcome: 'failed';
      readonly failure: Failure;
      /** Where asking again may help: what to tell the model, and how many pairs to ask for then. */
      readonly again?: { readonly complaint: string; readonly want: number } | undefined;
    };

/** What to ask, and how a reply becomes pairs. `Settings` is the part of the settings that shapes the request. */
export interface Recipe<Settings> {
  readonly id: string;
  /** Raised when the same settings would give another request. */
  readonly version: number;
  /** The prompt before its places are filled, as a run records it. */
  template(settings: Settings): string;
  /** @param part undefined for a chunk's first request, which is about all that the settings want */
  request(input: RecipeInput, settings: Settings, part?: Part): RecipeRequest;
  /** Reads the reply to the request of the same `part`. */
  reply(completion: Completion, input: RecipeInput, settings: Settings, part?: Part): RecipeReply;
}
