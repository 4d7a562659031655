/** Values pushed at one end, iterated at the other. */
export class AsyncQueue<T> implements AsyncIterable<T> {
  #values: T[] = [];
  #wake: (() => void) | undefined;
  #closed = false;

  push(value: T): void {
    this.#values.push(value);
    this.#wake?.();
  }

  /** No more will come. What was pushed is still to be had. */
  close(): void {
    this.#closed = true;
    this.#wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    for (;;) {
      const values = this.#values;
      this.#values = [];
      yield* values;
      if (this.#values.length > 0) continue;
      if (this.#closed) return;
      await new Promise<void>((wake) => (this.#wake = wake));
    }
  }
}
