/** What the core needs from outside. `src/node` has these on Node; tests pass their own. */

/** 128 bits of SHA-256 over the UTF-8 of `text`, as 22 characters of base64url. */
export type Hash = (text: string) => string;

/** A number in [0, 1). */
export type Random = () => number;

export interface Clock {
  /** Milliseconds since the Unix epoch. */
  now(): number;
  /** Resolves after `ms` milliseconds, or at once when `signal` is aborted (it never rejects). */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** Calls `act` after `ms` milliseconds, unless what it returns is called before. */
  after(ms: number, act: () => void): () => void;
}

export interface Log {
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** Environment variables, keys (`OPENAI_API_KEY`) and addresses among them; undefined where one is not set. */
export interface Secrets {
  get(name: string): Promise<string | undefined>;
}

/** Where an export writes one file. Nothing is seen at the final path until `close` has resolved. */
export interface FileSink {
  write(text: string): Promise<void>;
  /** Flushes, syncs and moves the file to its place. Resolves with its size in bytes and SHA-256 in hex. */
  close(): Promise<{ bytes: number; sha256: string }>;
  /** Drops what was written; the file that was there before stays as it was. */
  abort(): Promise<void>;
}

/** Opens a file to be written whole and atomically; folders are made as needed. */
export type OpenSink = (path: string) => Promise<FileSink>;
