/** Does something soon after it is asked for, once for all that ask meanwhile. */
export class Soon {
  #timer: NodeJS.Timeout | undefined;

  /** @param wait in milliseconds */
  constructor(
    private readonly act: () => void,
    private readonly wait: number,
  ) {}

  ask(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.act();
    }, this.wait);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
