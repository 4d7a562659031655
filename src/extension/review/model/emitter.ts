/** What a subscription gives back. The shape that VS Code's disposables have. */
export interface Release {
  dispose(): void;
}

/** Subscribes a listener. VS Code's `Event<T>` takes one of these. */
export type Listen<T> = (listener: (value: T) => unknown) => Release;

/** Tells listeners of something, without VS Code, so that what uses it can be tested outside of it. */
export class Emitter<T> {
  readonly #listeners = new Set<(value: T) => unknown>();

  readonly event: Listen<T> = (listener) => {
    // Wrapped, so that the same function can listen twice.
    const own = (value: T) => listener(value);
    this.#listeners.add(own);
    return { dispose: () => void this.#listeners.delete(own) };
  };

  fire(value: T): void {
    for (const listener of this.#listeners) listener(value);
  }

  dispose(): void {
    this.#listeners.clear();
  }
}
