import type { OpenSink } from '../core/ports.js';
import type { Terminal } from './terminal.js';

/** Writes to stdout as text comes, to the letter: what a pipe has taken can't be taken back. */
export function stdoutSink(terminal: Terminal): OpenSink {
  let bytes = 0;
  return () =>
    Promise.resolve({
      write(text) {
        bytes += Buffer.byteLength(text);
        process.stdout.write(text);
        return terminal.drained();
      },
      close: () => Promise.resolve({ bytes, sha256: '' }),
      abort: () => Promise.resolve(),
    });
}
