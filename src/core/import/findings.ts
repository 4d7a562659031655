/** Something that is wrong in a file. */
export interface Finding {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** A warning is what one trainer alone would refuse. */
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

/** So many findings are told one by one; the rest are counted. */
const mostTold = 1000;

export class Findings {
  readonly #told: Finding[] = [];
  #errors = 0;
  #warnings = 0;

  error(file: string, line: number, message: string): void {
    this.#errors++;
    this.#tell({ file, line, severity: 'error', message });
  }

  warning(file: string, line: number, message: string): void {
    this.#warnings++;
    this.#tell({ file, line, severity: 'warning', message });
  }

  /** `errors` and `warnings` count also what was not told. */
  all(): { findings: readonly Finding[]; errors: number; warnings: number } {
    return { findings: this.#told, errors: this.#errors, warnings: this.#warnings };
  }

  #tell(finding: Finding): void {
    if (this.#told.length < mostTold) this.#told.push(finding);
  }
}
