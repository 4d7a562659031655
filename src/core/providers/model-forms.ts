/** The form that each model is asked in, as learned from what was refused. */
export class ModelForms<Form> {
  readonly #forms = new Map<string, Form>();

  constructor(private readonly first: Form) {}

  of(model: string): Form {
    return this.#forms.get(model) ?? this.first;
  }

  /** Moves on from a form that was refused. Requests in flight learn the same; only the first counts. */
  learn(model: string, from: Form, to: Form): void {
    if (this.of(model) === from) this.#forms.set(model, to);
  }
}
