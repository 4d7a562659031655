import type { Clock, Random } from '../../ports.js';
import { Limiter, type LimiterOptions } from './limiter.js';

/** The limiters of a process: what one run learns of a server holds for the others. */
export class Limiters {
  readonly #known = new Map<string, Limiter>();

  constructor(
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  /** The limiter for a model of a provider at an address, with these bounds from now on. */
  for(provider: string, address: string, model: string, options: LimiterOptions): Limiter {
    const name = JSON.stringify([provider, address, model]);
    const known = this.#known.get(name);
    known?.configure(options);
    const limiter = known ?? new Limiter(options, this.clock, this.random);
    this.#known.set(name, limiter);
    return limiter;
  }
}
