/** Plain text with the way back: `map[i]` is the offset in the source of the plain text's character `i`. */
export interface Plain {
  readonly text: string;
  readonly map: readonly number[];
  /** Something was left out that a sentence may need: an image, a formula, a template tag. */
  readonly holes: readonly number[];
}

/** How far a closing bracket or tick may be from its opening one. Keeps the scan linear. */
const REACH = 600;
/** How long the words for an image may be: captions of textbooks stand there. */
const CAPTION = 3000;

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  copy: '©',
  reg: '®',
  trade: '™',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
};

const codeWords = new Set(
  'and or not if then else the a an to in is as of by on at for from with do while this that it end when be use with all any no'.split(
    ' ',
  ),
);

const isWord = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char);

/** An ASCII letter or digit, a full stop or a comma: most characters, and never markup. */
const isPlainCode = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 48 && code <= 57) ||
  code === 44 ||
  code === 46;

/** Takes over the plain words that begin at `from`, with the single spaces between them; where they end. */
function takePlain(source: string, from: number, end: number, chars: string[], map: number[]): number {
  let at = from;
  for (; at < end; at++) {
    const code = source.charCodeAt(at);
    if (!isPlainCode(code) && !(code === 32 && at > from)) break;
    // Of two spaces only one is kept, as elsewhere
    if (code === 32 && source.charCodeAt(at - 1) === 32) continue;
    chars.push(source.charAt(at));
    map.push(at);
  }
  return at;
}

/** Where `close` stands within reach after `from`, or -1. */
function find(source: string, close: string, from: number, end: number): number {
  const limit = Math.min(end, from + REACH);
  const at = source.slice(from, limit).indexOf(close);
  return at < 0 ? -1 : from + at;
}

/**
 * Takes the inline markup of Markdown (and the commonest of HTML and wiki text) out of `source[start, end)`:
 * emphasis, links, images, code ticks, footnote marks, tags, entities. White space is folded to one space.
 * Linear in the length.
 */
export function stripMarkup(source: string, start: number, end: number): Plain {
  const chars: string[] = [];
  const map: number[] = [];
  const holes: number[] = [];
  const push = (char: string, at: number): void => {
    if (/\s/.test(char)) {
      if (chars.length === 0 || chars[chars.length - 1] === ' ') return;
      char = ' ';
    }
    for (let i = 0; i < char.length; i++) {
      chars.push(char[i] as string);
      map.push(at);
    }
  };
  let at = start;
  while (at < end) {
    at = takePlain(source, at, end, chars, map);
    if (at >= end) break;
    const char = source[at] as string;
    const next = source[at + 1];
    if (char === '\\' && next !== undefined && /[!-/:-@[-`{-~]/.test(next)) {
      push(next, at + 1);
      at += 2;
      continue;
    }
    if (char === '`') {
      let ticks = 1;
      while (source[at + ticks] === '`' && ticks < 4) ticks++;
      const close = find(source, '`'.repeat(ticks), at + ticks, end);
      if (close >= 0) {
        // "the `and` key": without its ticks a word like that makes nonsense
        if (codeWords.has(source.slice(at + ticks, close))) holes.push(chars.length);
        for (let i = at + ticks; i < close; i++) push(source[i] as string, i);
      }
      at = close < 0 ? at + ticks : close + ticks;
      continue;
    }
    if (char === '!' && next === '[') {
      holes.push(chars.length);
      const label = source.slice(at, Math.min(end, at + CAPTION)).indexOf('](');
      const close =
        label < 0 ? find(source, ']', at + 2, end) : closingParenthesis(source, at + label + 2, end);
      // An image whose end cannot be told takes the rest with it: a caption is no prose
      at = close < 0 ? end : close + 1;
      continue;
    }
    if (char === '[') {
      const skipped = link(source, at, end, push);
      if (skipped !== undefined) {
        at = skipped;
        continue;
      }
    }
    if (char === ']' && next === '(') {
      const close = closingParenthesis(source, at + 2, end);
      if (close >= 0) {
        at = close + 1;
        continue;
      }
    }
    if (char === ']' && next === '[') {
      const close = find(source, ']', at + 2, end);
      if (close >= 0) {
        at = close + 1;
        continue;
      }
    }
    if (char === '<' && next !== undefined && /[a-zA-Z/!]/.test(next)) {
      const close = find(source, '>', at + 1, end);
      if (close >= 0) {
        const inner = source.slice(at + 1, close);
        if (/^(https?:|mailto:)/.test(inner))
          for (let i = at + 1; i < close; i++) push(source[i] as string, i);
        else if (/^(img|code|svg|math|Tip|iframe)/.test(inner)) holes.push(chars.length);
        else if (inner.startsWith('br')) push(' ', at);
        // The number of a footnote
        if (inner === 'sup') {
          const note = /^\[?\d{1,3}\]?<\/sup>/.exec(source.slice(close + 1, Math.min(end, close + 13)));
          if (note) {
            at = close + 1 + note[0].length;
            continue;
          }
        }
        at = close + 1;
        continue;
      }
    }
    // kramdown's attributes: `term{: .new}`
    if (char === '{' && next === ':') {
      const close = find(source, '}', at + 2, end);
      if (close >= 0) {
        at = close + 1;
        continue;
      }
    }
    if (char === '{' && (next === '{' || next === '%')) {
      const close = find(source, next === '{' ? '}}' : '%}', at + 2, end);
      if (close >= 0) {
        holes.push(chars.length);
        at = close + 2;
        continue;
      }
    }
    if (char === '&') {
      const entity = /^&(#?\w{1,8});/.exec(source.slice(at, at + 10));
      const known =
        entity && Object.hasOwn(entities, entity[1] as string) ? entities[entity[1] as string] : undefined;
      const code = entity ? numberOf(entity[1] as string) : undefined;
      if (entity && code !== undefined) {
        push(String.fromCodePoint(code), at);
        at += entity[0].length;
        continue;
      }
      if (entity && known !== undefined) {
        push(known, at);
        at += entity[0].length;
        continue;
      }
    }
    if (char === '*' || char === '_' || char === '~' || (char === "'" && next === "'")) {
      let run = 1;
      while (source[at + run] === char && run < 5) run++;
      // A blank to fill in
      if (char === '_' && run > 3) holes.push(chars.length);
      const before = source[at - 1];
      const after = source[at + run];
      const joint = isWord(before) && isWord(after);
      const lonely = (before === undefined || /\s/.test(before)) && (after === undefined || /\s/.test(after));
      if (char === '*' ? !lonely : char === '_' ? !joint && !lonely : char === '~' ? run === 2 : true) {
        at += run;
        continue;
      }
    }
    push(char, at);
    at++;
  }
  while (chars[chars.length - 1] === ' ') {
    chars.pop();
    map.pop();
  }
  return { text: chars.join(''), map, holes };
}

/** The character of "#34" or "#x22", where it is one that can be printed. */
function numberOf(name: string): number | undefined {
  if (!name.startsWith('#')) return undefined;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return code >= 32 && code < 0xd800 ? code : undefined;
}

/** A link or footnote mark at `at`: where to go on, after pushing what a reader sees of it. */
function link(
  source: string,
  at: number,
  end: number,
  push: (char: string, at: number) => void,
): number | undefined {
  if (source[at + 1] === '^') {
    const close = find(source, ']', at + 2, end);
    return close < 0 ? undefined : close + 1;
  }
  if (source[at + 1] === '[') {
    const close = find(source, ']]', at + 2, end);
    if (close < 0) return undefined;
    const bar = source.slice(at + 2, close).lastIndexOf('|');
    for (let i = bar < 0 ? at + 2 : at + 3 + bar; i < close; i++) push(source[i] as string, i);
    return close + 2;
  }
  const number = /^\[(\d{1,3}|[a-z]|citation needed|note \d+)\]/.exec(source.slice(at, at + 20));
  if (number && source[at + number[0].length] !== '(') return at + number[0].length;
  const close = find(source, ']', at + 1, end);
  if (close < 0) return undefined;
  const after = source[close + 1];
  if (after !== '(' && after !== '[') {
    const label = source.slice(at + 1, close);
    // A link whose address stands elsewhere
    if (!/^\p{Lu}[^[\]*_`<]{2,60}$/u.test(label)) return undefined;
    for (let i = at + 1; i < close; i++) push(source[i] as string, i);
    return close + 1;
  }
  return at + 1;
}

/** The `)` that closes a link's address, with one level of brackets inside. */
function closingParenthesis(source: string, from: number, end: number): number {
  const limit = Math.min(end, from + REACH);
  let depth = 0;
  for (let i = from; i < limit; i++) {
    const char = source[i];
    if (char === '(') depth++;
    else if (char === ')' && depth-- === 0) return i;
  }
  return -1;
}
