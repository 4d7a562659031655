/** Values pushed at one end, iterated at the other. */
export class AsyncQueue<T> implements AsyncIterable<T> {
  #values: T[] = [];
  /** How many were pushed and not taken yet. */
  #untaken = 0;
  #wake: (() => void) | undefined;
  #waiting: (() => void)[] = [];
  #closed = false;
  #abandoned = false;

  /** @param most when so many have not been taken, there is no room for more */
  constructor(private readonly most: number) {}

  push(value: T): void {
    this.#values.push(value);
    this.#untaken++;
    this.#wake?.();
  }

  /** Resolves once there is room, for whoever is about to make more: a slow reader must not fill the memory. */
  async room(): Promise<void> {
    while (this.#untaken >= this.most && !this.#abandoned) {
      await new Promise<void>((go) => this.#waiting.push(go));
    }
  }

  /** No more will come. What was pushed is still to be had. */
  close(): void {
    this.#closed = true;
    this.#wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    try {
      for (;;) {
        const values = this.#values;
        this.#values = [];
        for (const value of values) {
          this.#untaken--;
          this.#letGo();
          yield value;
        }
        if (this.#values.length > 0) continue;
        if (this.#closed) return;
        await new Promise<void>((wake) => (this.#wake = wake));
      }
    } finally {
      this.#abandoned = true; // nobody reads any more, and nobody is to wait for that
      this.#letGo();
    }
  }

  #letGo(): void {
    if (this.#waiting.length > 0) for (const go of this.#waiting.splice(0)) go();
  }
}
