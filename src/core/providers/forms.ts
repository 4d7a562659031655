import type { Keeping, ServerMemory } from './memory.js';
import type { RequestForm, SchemaForm } from './openai-form.js';

/** A provider's ways to ask for a shape, strictest first, for whoever finds out which of them is kept to. */
export interface SchemaLadder {
  /** Without credentials. */
  readonly url: string;
  /** Where it begins. */
  readonly start: SchemaForm;
  /** The form in use for a model. */
  used(model: string): Promise<SchemaForm>;
  /** Sets the form for a model; what is known of how far it is kept to is remembered along with it. */
  use(model: string, form: SchemaForm, keeps?: Keeping): Promise<void>;
}

/** The form that each model of a server is asked in: as remembered, or as learned since. */
export class Forms implements SchemaLadder {
  readonly #forms = new Map<string, RequestForm>();

  constructor(
    readonly url: string,
    private readonly first: RequestForm,
    private readonly memory: ServerMemory | undefined,
  ) {}

  get start(): SchemaForm {
    return this.first.schema;
  }

  async of(model: string): Promise<RequestForm> {
    const known = this.#forms.get(model);
    if (known !== undefined) return known;
    const facts = await this.memory?.get(this.url, model);
    const form = this.#forms.get(model) ?? {
      schema: facts?.schema ?? this.first.schema,
      tokens: facts?.tokens ?? this.first.tokens,
      stream: this.first.stream && (facts?.stream ?? true),
      usage: facts?.usage ?? this.first.usage,
    };
    this.#forms.set(model, form);
    return form;
  }

  /** Moves on from a form that was refused. Requests in flight learn the same; only the first counts. */
  async learn(model: string, from: RequestForm, to: RequestForm): Promise<void> {
    if (this.#forms.get(model) !== from) return;
    this.#forms.set(model, to);
    await this.memory?.set(this.url, model, to);
  }

  async used(model: string): Promise<SchemaForm> {
    return (await this.of(model)).schema;
  }

  async use(model: string, schema: SchemaForm, keeps?: Keeping): Promise<void> {
    const form = { ...(await this.of(model)), schema };
    this.#forms.set(model, form);
    if (keeps !== undefined) await this.memory?.set(this.url, model, { ...form, keeps });
  }
}
