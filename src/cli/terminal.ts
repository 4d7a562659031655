/** Where a command writes: results to stdout, messages and progress to stderr. */
export interface Terminal {
  readonly json: boolean;
  /** Whether a person watches: then progress is one line that changes. */
  readonly live: boolean;
  readonly columns: number;
  /** A line of result on stdout. */
  print(line: string): void;
  /** A JSON line on stdout; nothing where `--json` was not asked for. */
  event(value: unknown): void;
  /** A message on stderr. */
  say(line: string): void;
  /** Shows a line that the next one, or a message, takes the place of. Nothing where nobody watches. */
  progress(line: string): void;
  /** Resolves when what was printed has been taken. */
  drained(): Promise<void>;
}

type Stream = Pick<NodeJS.WriteStream, 'write' | 'isTTY' | 'columns' | 'writableNeedDrain' | 'once'>;

/** Control characters other than tab and line end: model output and file names must not drive the terminal. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

export function createTerminal(json: boolean, stdout: Stream, stderr: Stream): Terminal {
  const live = stderr.isTTY === true && !json;
  let shown = false;
  const clear = () => {
    if (shown) stderr.write('\r\u001b[2K');
    shown = false;
  };
  const clean = (line: string) => line.replace(controls, '\ufffd');
  return {
    json,
    live,
    columns: stderr.columns || 80,
    print(line) {
      clear();
      stdout.write(`${clean(line)}\n`);
    },
    event(value) {
      if (json) stdout.write(`${JSON.stringify(value)}\n`);
    },
    say(line) {
      clear();
      stderr.write(`${clean(line)}\n`);
    },
    progress(line) {
      if (!live) return;
      clear();
      stderr.write(clean(line).slice(0, (stderr.columns || 80) - 1));
      shown = true;
    },
    async drained() {
      if (stdout.writableNeedDrain) await new Promise<void>((done) => stdout.once('drain', done));
    },
  };
}

/** Columns of text, each as wide as its widest cell. Cells that look like numbers are set to the right. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, cell.length)));
  return rows.map((row) =>
    row
      .map((cell, i) =>
        /^[\d.,%~ -]+$/.test(cell) ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
}
