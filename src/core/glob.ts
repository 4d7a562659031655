/** Whether a path, with `/`, is one that a glob names. */
export type GlobMatcher = (path: string) => boolean;

/** One step of a pattern: a character to take, or the steps to go on with (none: the end). */
type Step = ((character: string) => boolean) | number[];

const notSlash = (character: string) => character !== '/';
const anything = () => true;

/**
 * Reads a glob as editors do: `*` and `?` within a name, `**` over folders (`a/**` takes `a` too), `{a,b}`, `[a-z]`,
 * `[!a-z]`, `\` before a character that stands for itself, and `!` in front for all other paths. Parentheses are
 * characters of a name. A path is read once, step by step in all ways at once (Thompson 1968), so that no pattern of an
 * untrusted folder takes longer than its length times the path's.
 */
export function glob(pattern: string): GlobMatcher {
  const [, nots = '', bare = ''] = /^(!*)(?:\.\/)?(.*)$/s.exec(pattern) ?? [];
  const steps = compile(Array.from(bare));
  const wanted = nots.length % 2 === 0;
  return (path) => matches(steps, path) === wanted;
}

function compile(characters: readonly string[]): Step[] {
  const steps: Step[] = [];
  const braces = bracesOf(characters);
  /** Of each open brace: its branches, and what its ends are to lead to. */
  const open: { branches: number[]; ends: number[][] }[] = [];
  let noClass = false;
  const opens = (i: number) => characters[i] === '{' && braces.has(i);
  const parts = (i: number) => characters[i] === ',' && braces.has(i);
  const closes = (i: number) => characters[i] === '}' && braces.has(i);
  const startsName = (i: number) => i === 0 || characters[i - 1] === '/' || opens(i - 1) || parts(i - 1);
  const endsAll = (i: number) => i === characters.length || parts(i) || closes(i);
  const starsAt = (i: number) => {
    let end = i;
    while (characters[end] === '*') end++;
    return end - i;
  };
  /** As many as there are of these, none too. */
  const loop = (taken: (character: string) => boolean) => {
    const at = steps.length;
    steps.push([at + 1, at + 3], taken, [at]);
  };

  for (let i = 0; i < characters.length; i++) {
    const character = characters[i] as string;
    const stars = character === '*' ? starsAt(i) : 0;
    if (stars > 0) {
      const after = i + stars;
      const whole = stars > 1 && startsName(i);
      i = after - 1;
      if (whole && characters[after] === '/') {
        const at = steps.length;
        steps.push([at + 1, at + 5]);
        loop(anything);
        steps.push((one) => one === '/');
        i = after;
      } else loop(whole && endsAll(after) ? anything : notSlash);
    } else if (character === '/' && starsAt(i + 1) > 1 && endsAll(i + 1 + starsAt(i + 1))) {
      const at = steps.length;
      steps.push([at + 1, at + 5], (one) => one === '/');
      loop(anything);
      i += starsAt(i + 1);
    } else if (character === '?') steps.push(notSlash);
    else if (opens(i)) {
      const branches = [steps.length + 1];
      steps.push(branches);
      open.push({ branches, ends: [] });
    } else if (parts(i)) {
      const end: number[] = [];
      steps.push(end);
      open.at(-1)?.ends.push(end);
      open.at(-1)?.branches.push(steps.length);
    } else if (closes(i)) {
      for (const end of open.pop()?.ends ?? []) end.push(steps.length);
    } else if (character === '[' && !noClass) {
      const close = characters.indexOf(']', i + (/[!^]/.test(characters[i + 1] ?? '') ? 3 : 2));
      noClass = close < 0;
      steps.push(noClass ? exactly('[') : oneOf(characters.slice(i + 1, close)));
      if (!noClass) i = close;
    } else if (character === '\\' && i + 1 < characters.length)
      steps.push(exactly(characters[++i] as string));
    else steps.push(exactly(character));
  }
  steps.push([]);
  return steps;
}

const exactly = (wanted: string) => (character: string) => character === wanted;

/** What stands between the brackets of a class: `!` or `^` in front for all others, ranges, single characters. */
function oneOf(inside: readonly string[]): (character: string) => boolean {
  const not = inside[0] === '!' || inside[0] === '^';
  const single = new Set<string>();
  const ranges: [number, number][] = [];
  const code = (character: string | undefined) => character?.codePointAt(0) ?? 0;
  for (let i = not ? 1 : 0; i < inside.length; i++) {
    if (inside[i + 1] === '-' && i + 2 < inside.length) {
      ranges.push([code(inside[i]), code(inside[i + 2])]);
      i += 2;
    } else single.add(inside[i] as string);
  }
  return (character) => {
    if (character === '/') return false;
    const at = code(character);
    return not !== (single.has(character) || ranges.some(([from, to]) => from <= at && at <= to));
  };
}

/** Where braces open, part and close that hold a comma; others are characters of a name. */
function bracesOf(characters: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>();
  const open: number[][] = [];
  for (let i = 0; i < characters.length; i++) {
    const character = characters[i];
    if (character === '\\') i++;
    else if (character === '{') open.push([i]);
    else if (character === ',') open.at(-1)?.push(i);
    else if (character === '}') {
      const places = open.pop() ?? [];
      if (places.length > 1) for (const place of [...places, i]) found.add(place);
    }
  }
  return found;
}

function matches(steps: readonly Step[], path: string): boolean {
  /** When each step was last reached, so that none is followed twice for a character. */
  const reachedAt = new Int32Array(steps.length).fill(-1);
  let time = 0;
  /** The steps that take a character, of all that lead there without one. */
  const reach = (from: readonly number[]) => {
    const taking: number[] = [];
    let ended = false;
    const todo = [...from];
    for (let at = todo.pop(); at !== undefined; at = todo.pop()) {
      if (reachedAt[at] === time) continue;
      reachedAt[at] = time;
      const step = steps[at] as Step;
      if (typeof step === 'function') taking.push(at);
      else if (step.length === 0) ended = true;
      else for (const next of step) todo.push(next);
    }
    time++;
    return { taking, ended };
  };
  let now = reach([0]);
  for (const character of path) {
    const next: number[] = [];
    for (const at of now.taking) {
      const step = steps[at];
      if (typeof step === 'function' && step(character)) next.push(at + 1);
    }
    if (next.length === 0) return false;
    now = reach(next);
  }
  return now.ended;
}
