/**
 * What changed between two texts, word by word: Myers' greedy algorithm (An O(ND) Difference Algorithm, 1986) on
 * words, spaces and signs. Its work is bounded: texts that differ in more than `most` places are shown as wholly
 * replaced between their common beginning and end.
 */
export interface Change {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

const most = 800;
const token = /[\p{L}\p{M}\p{N}_]+|\s+|[^]/gu;

const tokens = (text: string): string[] => text.match(token) ?? [];

export function wordDiff(before: string, after: string): Change[] {
  const a = tokens(before);
  const b = tokens(after);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let tail = 0;
  const room = Math.min(a.length, b.length) - start;
  while (tail < room && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const middle = compare(a.slice(start, a.length - tail), b.slice(start, b.length - tail));
  return join([
    { kind: 'same', text: a.slice(0, start).join('') },
    ...withoutIslands(middle),
    { kind: 'same', text: a.slice(a.length - tail).join('') },
  ]);
}

/** Space alone that stayed between two changes is taken into both: whole phrases are easier to read. */
function withoutIslands(changes: readonly Change[]): Change[] {
  return changes.flatMap((change, i): Change[] => {
    const between = i > 0 && i < changes.length - 1;
    const island = change.kind === 'same' && between && change.text.trim() === '';
    if (!island || changes[i - 1]?.kind === 'same' || changes[i + 1]?.kind === 'same') return [change];
    return [
      { kind: 'removed', text: change.text },
      { kind: 'added', text: change.text },
    ];
  });
}

function compare(a: readonly string[], b: readonly string[]): Change[] {
  const trace = walk(a, b);
  if (trace === undefined) {
    return [
      { kind: 'removed', text: a.join('') },
      { kind: 'added', text: b.join('') },
    ];
  }
  const back: Change[] = [];
  let x = a.length;
  let y = b.length;
  for (let d = trace.length - 1; d >= 0; d--) {
    const reach = trace[d] as Map<number, number>;
    const k = x - y;
    const far = (diagonal: number): number => reach.get(diagonal) ?? -1;
    const down = k === -d || (k !== d && far(k - 1) < far(k + 1));
    const from = down ? k + 1 : k - 1;
    const fromX = d === 0 ? 0 : far(from);
    const fromY = d === 0 ? 0 : fromX - from;
    while (x > fromX && y > fromY && x > 0 && y > 0) {
      back.push({ kind: 'same', text: a[--x] as string });
      y--;
    }
    if (d === 0) break;
    if (down) back.push({ kind: 'added', text: b[--y] as string });
    else back.push({ kind: 'removed', text: a[--x] as string });
  }
  return back.toReversed();
}

/** For each number of changes, the farthest place on each diagonal before it; undefined where there are too many. */
function walk(a: readonly string[], b: readonly string[]): Map<number, number>[] | undefined {
  const trace: Map<number, number>[] = [];
  let reach = new Map<number, number>([[1, 0]]);
  for (let d = 0; d <= Math.min(most, a.length + b.length); d++) {
    trace.push(reach);
    const next = new Map<number, number>();
    for (let k = -d; k <= d; k += 2) {
      const left = reach.get(k - 1) ?? -1;
      const above = reach.get(k + 1) ?? -1;
      let x = k === -d || (k !== d && left < above) ? above : left + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      next.set(k, x);
      if (x >= a.length && x - k >= b.length) return trace;
    }
    reach = next;
  }
  return undefined;
}

/** Neighbours of one kind as one; between two equal stretches, removed before added. */
function join(changes: readonly Change[]): Change[] {
  const joined: Change[] = [];
  let removed = '';
  let added = '';
  let same = '';
  const flush = (): void => {
    if (removed) joined.push({ kind: 'removed', text: removed });
    if (added) joined.push({ kind: 'added', text: added });
    removed = added = '';
  };
  for (const { kind, text } of changes) {
    if (kind === 'same') {
      flush();
      same += text;
    } else {
      if (same) joined.push({ kind: 'same', text: same });
      same = '';
      if (kind === 'removed') removed += text;
      else added += text;
    }
  }
  flush();
  if (same) joined.push({ kind: 'same', text: same });
  return joined;
}
