import type { SchemaLadder } from './forms.js';
import type { Keeping, ServerMemory } from './memory.js';
import type { SchemaForm } from './openai-form.js';

/**
 * The form that each model of a server is asked in: as remembered of the way to ask for a shape, and as learned since
 * from what was refused.
 */
export class ModelForms<Form extends { readonly schema: SchemaForm }> implements SchemaLadder {
  readonly #forms = new Map<string, Form>();

  /**
   * @param url the endpoint's, without credentials
   * @param first the form to begin with, with a given way to ask for a shape or the nearest that there is
   */
  constructor(
    readonly url: string,
    readonly start: SchemaForm,
    private readonly first: (schema: SchemaForm) => Form,
    private readonly memory: ServerMemory | undefined,
  ) {}

  async of(model: string): Promise<Form> {
    const known = this.#forms.get(model);
    if (known !== undefined) return known;
    const facts = await this.memory?.get(this.url, model);
    const form = this.#forms.get(model) ?? this.first(facts?.schema ?? this.start);
    this.#forms.set(model, form);
    return form;
  }

  /** Moves on from a form that was refused. Requests in flight learn the same; only the first counts. */
  async learn(model: string, from: Form, to: Form): Promise<void> {
    if (this.#forms.get(model) !== from) return;
    this.#forms.set(model, to);
    if (to.schema !== from.schema) await this.memory?.set(this.url, model, { schema: to.schema });
  }

  async used(model: string): Promise<SchemaForm> {
    return (await this.of(model)).schema;
  }

  async use(model: string, schema: SchemaForm, keeps?: Keeping): Promise<void> {
    const form = { ...(await this.of(model)), schema: this.first(schema).schema };
    this.#forms.set(model, form);
    if (keeps !== undefined) await this.memory?.set(this.url, model, { schema: form.schema, keeps });
  }
}
