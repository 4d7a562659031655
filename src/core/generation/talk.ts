import type { Answerer, Failure, Usage } from '../dataset/model.js';
import type { Provider, ProviderError } from '../providers/provider.js';
import type { Part, RecipeInput, RecipeReply } from '../recipes/recipe.js';
import type { PlanRequest } from './request.js';
import { costOf } from '../spend/cost.js';
import { wellFormed } from '../well-formed.js';
import { wholeUsage } from '../usage.js';

/** What came of one request. */
export interface Said {
  /** Pairs asked for. */
  readonly want: number;
  readonly reply: RecipeReply;
  /** Why there is no reply. */
  readonly error?: ProviderError | undefined;
}

const mostReasoning = 20_000;

/** The requests that are made for one chunk, and what they took together. */
export class Talk<Settings> {
  #requests = 0;
  #kept = 0;
  #usage: Usage | undefined;
  /** US dollars; undefined as soon as that of one request is not known. */
  #cost: number | undefined = 0;
  #model: string | undefined;
  #fallback: Answerer | undefined;
  #reasoning = '';

  /** @param fresh whether no earlier answer is wanted, as it was of no use */
  constructor(
    private readonly plan: Pick<
      PlanRequest<Settings>,
      'recipe' | 'settings' | 'model' | 'sampling' | 'price' | 'sample'
    >,
    private readonly provider: Provider,
    private readonly signal: AbortSignal,
    private readonly fresh: boolean,
  ) {}

  async ask(input: RecipeInput, part?: Part): Promise<Said> {
    const { recipe, settings, model, sampling, price, sample = 0 } = this.plan;
    const { messages, schema, want } = recipe.request(input, settings, part);
    const task = { recipe: recipe.id, text: input.text, heading: input.heading, want };
    const request = { model, messages, sampling, schema, task, sample, fresh: this.fresh };
    const completed = await this.provider.complete(request, this.signal);
    if (!completed.ok) return { want, reply: failed(completed.error), error: completed.error };
    const completion = completed.value;
    this.#usage = this.#requests++ === 0 ? completion.usage : wholeUsage(this.#usage, completion.usage);
    if (completion.cached === true) this.#kept++;
    const { fallback } = completion;
    const known = fallback ? fallback.price : price;
    // What was kept costs nothing, whatever its tokens would.
    const cost = completion.cached === true ? 0 : costOf(completion.usage, known);
    this.#cost = cost === undefined || this.#cost === undefined ? undefined : this.#cost + cost;
    this.#model = completion.model;
    this.#fallback = fallback && { provider: fallback.provider, model: fallback.model };
    this.#think(completion.reasoning);
    return { want, reply: recipe.reply(completion, input, settings, part) };
  }

  /** Whether there were replies, and all of them were kept from earlier ones: nobody was asked. */
  get isKept(): boolean {
    return this.#kept > 0 && this.#kept === this.#requests;
  }

  /** What all the replies together go into the result's line with. */
  get spent() {
    return {
      model: this.#model,
      fallback: this.#fallback,
      usage: this.#usage,
      cost: this.#requests > 0 ? this.#cost : undefined,
      requests: this.#requests > 1 ? this.#requests : undefined,
      reasoning: this.#reasoning === '' ? undefined : this.#reasoning,
    };
  }

  #think(reasoning: string | undefined): void {
    if (reasoning === undefined || reasoning === '') return;
    const all = this.#reasoning === '' ? reasoning : `${this.#reasoning}\n\n${reasoning}`;
    this.#reasoning = wellFormed(all.slice(0, mostReasoning));
  }
}

/** A failure as a reply. */
export const failed = ({ code, message, reply }: Failure): RecipeReply => ({
  outcome: 'failed',
  failure: { code, message, reply },
});
