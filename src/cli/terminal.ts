/** Where a command writes: results to stdout, messages and progress to stderr. */
export interface Terminal {
  readonly json: boolean;
  /** Whether a person watches: then progress is one line that changes. */
  readonly live: boolean;
  readonly columns: number;
  /** A line of result on stdout: one line, whatever it quotes. */
  print(line: string): void;
  /** A text of several lines on stdout. */
  printText(text: string): void;
  /** A JSON line on stdout. */
  record(value: unknown): void;
  /** A JSON line on stdout; nothing where `--json` was not asked for. */
  event(value: unknown): void;
  /** A message on stderr, on one line whatever it quotes. */
  say(line: string): void;
  /** Shows a line that the next one, or a message, takes the place of. Nothing where nobody watches. */
  progress(line: string): void;
  /** Resolves when what was printed has been taken. */
  drained(): Promise<void>;
}

type Stream = Pick<NodeJS.WriteStream, 'write' | 'isTTY' | 'columns' | 'writableNeedDrain' | 'on' | 'off'>;

/** Control characters other than tab and line end: model output and file names must not drive the terminal. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** A text without what could drive a terminal, or turn the order of what is read. */
export const clean = (text: string): string => text.replace(controls, '\ufffd');

/** The same on one line: what is quoted must not look like lines of ours. */
const cleanLine = (text: string): string => clean(text).replaceAll('\n', '\ufffd');

/** As one line of JSON: for every program, also those that take U+0085 or U+2028 for a line's end, and for a terminal. */
const jsonLine = (value: unknown): string =>
  `${JSON.stringify(value).replace(controls, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;

export function createTerminal(json: boolean, stdout: Stream, stderr: Stream): Terminal {
  const live = stderr.isTTY === true && !json;
  let shown = false;
  const clear = () => {
    if (shown) stderr.write('\r\u001b[2K');
    shown = false;
  };
  return {
    json,
    live,
    columns: stderr.columns || 80,
    print(line) {
      clear();
      stdout.write(`${cleanLine(line)}\n`);
    },
    printText(text) {
      clear();
      stdout.write(`${clean(text)}\n`);
    },
    record(value) {
      clear();
      stdout.write(jsonLine(value));
    },
    event(value) {
      if (json) stdout.write(jsonLine(value));
    },
    say(line) {
      clear();
      stderr.write(`${cleanLine(line)}\n`);
    },
    progress(line) {
      if (!live) return;
      clear();
      stderr.write(cleanLine(line).slice(0, (stderr.columns || 80) - 1));
      shown = true;
    },
    async drained() {
      if (!stdout.writableNeedDrain) return;
      const events = ['drain', 'error', 'close']; // a reader that has gone takes nothing any more
      await new Promise<void>((resolve) => {
        const done = () => {
          for (const event of events) stdout.off(event, done);
          resolve();
        };
        for (const event of events) stdout.on(event, done);
      });
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
