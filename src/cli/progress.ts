import type { RunEvent, RunSummary } from '../core/generate.js';
import { plural } from './shared.js';
import { table } from './terminal.js';
import type { Terminal } from './terminal.js';

/** In a pipe a line of progress comes at most so often, in milliseconds. */
const plainEvery = 5_000;
/** The line on a terminal is drawn at most so often. */
const liveEvery = 80;

/** Shows a run as it goes on: a bar on a terminal, plain lines in a pipe, events as JSON lines with `--json`. */
export class RunProgress {
  readonly #terminal: Terminal;
  readonly #shown: (document: string) => string;
  #startedAt = 0;
  #shownAt = 0;
  #pairs = 0;
  #failed = 0;
  /** The first failure of each kind stands for the others of its kind. */
  readonly #examples = new Map<string, string>();

  /** @param shown a document's path as the user would write it */
  constructor(terminal: Terminal, shown: (document: string) => string) {
    this.#terminal = terminal;
    this.#shown = shown;
  }

  show(event: RunEvent): void {
    const terminal = this.#terminal;
    terminal.event(event);
    switch (event.type) {
      case 'start':
        this.#startedAt = this.#shownAt = performance.now();
        if (event.planned > 0) terminal.progress(`${bar(0, 20)} 0 of ${event.planned} chunks`);
        return;
      case 'problem':
        if (!terminal.json) terminal.say(event.problem.message);
        return;
      case 'paused':
        if (event.problem && !terminal.json) terminal.say(event.problem.message);
        return;
      case 'resumed':
        return;
      case 'result':
        this.#pairs += event.result.pairs.length;
        if (event.outcome === 'failed') this.#failed++;
        this.#noteFailure(event);
        return this.#step(event.ended, event.planned);
      case 'end':
        if (terminal.json) return;
        if (event.summary.planned === 0 && event.how === 'all') return terminal.say('Nothing to do.');
        for (const line of [...summaryLines(event.summary), ...this.#examples.values()]) terminal.say(line);
    }
  }

  #noteFailure({ result: { failure }, document, chunk }: Extract<RunEvent, { type: 'result' }>): void {
    if (failure === undefined || this.#examples.has(failure.code)) return;
    const place = `${this.#shown(document)}, chunk ${chunk + 1}`;
    this.#examples.set(failure.code, `${failure.code}: ${failure.message} (${place})`);
  }

  #step(ended: number, planned: number): void {
    const now = performance.now();
    const { live } = this.#terminal;
    if (now - this.#shownAt < (live ? liveEvery : plainEvery) && ended < planned) return;
    this.#shownAt = now;
    const seconds = (now - this.#startedAt) / 1000;
    const rate = ended / Math.max(seconds, 0.001);
    const left = ended < planned ? `, ${duration((planned - ended) / rate)} left` : '';
    const failed = this.#failed > 0 ? `, ${this.#failed} failed` : '';
    const text = `${ended} of ${planned} chunks, ${this.#pairs} pairs${failed}, ${rate.toFixed(1)}/s${left}`;
    if (live) this.#terminal.progress(`${bar(ended / planned, 20)} ${text}`);
    else if (!this.#terminal.json) this.#terminal.say(text);
  }
}

/** A run's end as a small table. */
export function summaryLines(summary: RunSummary): string[] {
  const {
    planned,
    done,
    partial,
    empty,
    failed,
    notReached,
    elsewhere,
    pairs,
    grounding,
    failures,
    usage,
    traffic,
    ms,
  } = summary;
  const reasons = Object.entries(failures).map(([code, count]) => `${count} ${code}`);
  const verdicts = Object.entries(grounding).filter(([, count]) => count > 0);
  const rows = [
    ['planned', String(planned), ''],
    ['done', String(done), elsewhere > 0 ? `another run did ${elsewhere} of the planned ones` : ''],
    ['partial', String(partial), partial > 0 ? 'fewer pairs than wanted' : ''],
    ['empty', String(empty), empty > 0 ? 'nothing to ask there' : ''],
    ['failed', String(failed), reasons.join(', ')],
    ['not reached', String(notReached), ''],
    ['pairs', String(pairs), verdicts.map(([verdict, count]) => `${count} ${verdict}`).join(', ')],
  ];
  const tokens =
    usage.input === undefined && usage.output === undefined
      ? []
      : [
          `tokens: ${usage.input ?? '?'} in, ${usage.output ?? '?'} out${without(summary.uncounted)}${fromKept(summary.kept)}`,
        ];
  return [...table(rows), ...tokens, ...trafficLines(traffic), `time: ${duration(ms / 1000)}`];
}

const fromKept = (results: number): string =>
  results === 0 ? '' : `; ${plural(results, 'result')} from replies that were kept took none`;

/** Unknown is not nothing. */
export const without = (results: number): string =>
  results === 0 ? '' : `, without ${plural(results, 'result')} of which that is not known`;

/** What came in a run's way, where anything did. */
function trafficLines(traffic: RunSummary['traffic']): string[] {
  if (!traffic) return [];
  const { requests, retries, waitedMs, cuts } = traffic;
  const again = Object.entries(retries).map(([code, count]) => `${count} after ${code}`);
  const parts = [
    ...(again.length > 0 ? [`sent again: ${again.join(', ')}`] : []),
    ...(cuts > 0 ? [`fewer at once, as the server refused: ${cuts} times`] : []),
    ...(waitedMs >= 1000 ? [`waits: ${duration(waitedMs / 1000)}, added up`] : []),
  ];
  return parts.length === 0 ? [] : [`requests: ${requests}; ${parts.join('; ')}`];
}

export function duration(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

function bar(share: number, width: number): string {
  const full = Math.round(Math.min(1, share) * width);
  return `[${'#'.repeat(full)}${'-'.repeat(width - full)}]`;
}
