/** Disjoint sets over names, with path halving and union by size: near-linear. */
export class UnionFind {
  readonly #places = new Map<string, number>();
  readonly #names: string[] = [];
  readonly #parents: number[] = [];
  readonly #sizes: number[] = [];

  /** Joins the sets of two names; names are added as they come. */
  join(a: string, b: string): void {
    let x = this.#root(this.#place(a));
    let y = this.#root(this.#place(b));
    if (x === y) return;
    if ((this.#sizes[x] as number) < (this.#sizes[y] as number)) [x, y] = [y, x];
    this.#parents[y] = x;
    this.#sizes[x] = (this.#sizes[x] as number) + (this.#sizes[y] as number);
  }

  /** A name that stands for the whole set. */
  find(name: string): string {
    return this.#names[this.#root(this.#place(name))] as string;
  }

  #place(name: string): number {
    const known = this.#places.get(name);
    if (known !== undefined) return known;
    const place = this.#names.push(name) - 1;
    this.#places.set(name, place);
    this.#parents.push(place);
    this.#sizes.push(1);
    return place;
  }

  #root(place: number): number {
    let at = place;
    while (this.#parents[at] !== at) {
      const up = this.#parents[at] as number;
      this.#parents[at] = this.#parents[up] as number;
      at = up;
    }
    return at;
  }
}
