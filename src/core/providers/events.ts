import { OversizeReply, replyBytes } from './http.js';

type TakeEvent = (data: string, whole: boolean) => boolean;

/**
 * Reads server-sent events (WHATWG HTML, "Server-sent events") as far as replies use them: calls `take` with the data
 * of each, until it returns false (that was the last) or the stream ends. What stands at the end without its blank line
 * may be torn: it comes with `whole` false. Rejects with what the stream throws, or with `OversizeReply` above 64 MiB.
 */
export async function readEvents(body: ReadableStream<Uint8Array>, take: TakeEvent): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const events = new Events(take);
  let bytes = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      bytes += value.byteLength;
      if (bytes > replyBytes) throw new OversizeReply();
      if (!events.add(decoder.decode(value, { stream: true }))) return void leave(reader);
    }
    events.end(decoder.decode());
  } catch (error) {
    void reader.cancel().catch(() => undefined); // it may be broken already
    throw error;
  }
}

/** Takes the end of a reply that is read, so that its connection can serve the next; more than the end is not waited for. */
async function leave(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  try {
    const { done } = await reader.read();
    if (!done) await reader.cancel();
  } catch {
    // The reply is whole; what becomes of its connection does not matter.
  }
}

class Events {
  /** The start of a line whose end has not come: kept in pieces, so that a long one costs no more than its length. */
  #line: string[] = [];
  #data: string[] = [];

  constructor(private readonly take: TakeEvent) {}

  /** Takes the next text of the stream. False: no more is wanted. */
  add(text: string): boolean {
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      const piece = text.slice(start, end);
      start = end + 1;
      if (!this.#lineEnded(this.#line.length === 0 ? piece : this.#joined(piece))) return false;
    }
    if (start < text.length) this.#line.push(text.slice(start));
    return true;
  }

  end(text: string): void {
    if (this.add(`${text}\n`)) this.#eventEnded(false);
  }

  #joined(piece: string): string {
    const line = this.#line.join('') + piece;
    this.#line = [];
    return line;
  }

  #lineEnded(line: string): boolean {
    const text = line.endsWith('\r') ? line.slice(0, -1) : line;
    if (text === '') return this.#eventEnded();
    // What begins with a colon is a comment; `event`, `id` and `retry` say nothing of use.
    if (text.startsWith('data:')) this.#data.push(text.slice(text[5] === ' ' ? 6 : 5));
    // As older llama.cpp servers write an event that is an error.
    else if (text.startsWith('error:')) this.#data.push(`{"error":${text.slice(6)}}`);
    return true;
  }

  #eventEnded(whole = true): boolean {
    if (this.#data.length === 0) return true;
    const data = this.#data.length === 1 ? this.#data[0] : this.#data.join('\n');
    this.#data = [];
    return this.take(data ?? '', whole);
  }
}
