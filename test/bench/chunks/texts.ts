/** Documents of many kinds, made up from a seed: the same at every run, and nothing in them that anyone owns. */
export interface BenchDocument {
  readonly name: string;
  readonly format: 'markdown' | 'plain';
  readonly text: string;
}

/** Mulberry32. */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const nouns = (
  'pump council tenant invoice harbour engine committee valve report garden teacher server budget meadow contract ' +
  'patient window schedule record station permit library turbine account footpath boiler agreement village sensor ' +
  'application landlord warranty consultation neighbourhood temperature inspection maintenance infrastructure'
).split(' ');
const verbs =
  'checks repairs replaces approves closes opens reviews records measures publishes rejects moves'.split(' ');
const adjectives =
  'old new public northern annual written safe late broken quiet technical separate final'.split(' ');
const names = [
  'Dr. Amara Osei',
  'Mrs. Lindqvist',
  'J. R. Patel',
  'the Ministry',
  'Café Rivière',
  'Prof. Ito',
  'Anna',
];
const openers = [
  'However, ',
  'In May 2023, ',
  'By then ',
  'As a rule, ',
  'At 3.5 bar, ',
  'For some (e.g. flats), ',
];
const ends = ['.', '.', '.', '.', '.', '.', '?', '!', '."', '.)'];

class Writer {
  constructor(private readonly random: () => number) {}

  number(from: number, to: number): number {
    return from + Math.floor(this.random() * (to - from + 1));
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)] as T;
  }

  /** Mostly near `usual`, at times several times that. */
  skewed(usual: number): number {
    return Math.max(
      1,
      Math.round(usual * Math.exp(0.6 * (this.random() + this.random() + this.random() - 1.5))),
    );
  }

  clause(): string {
    const subject =
      this.random() < 0.2 ? this.pick(names) : `the ${this.pick(adjectives)} ${this.pick(nouns)}`;
    const detail = this.random() < 0.4 ? ` within ${this.number(2, 90)} days` : ` of the ${this.pick(nouns)}`;
    return `${subject} ${this.pick(verbs)} the ${this.pick(nouns)}${detail}`;
  }

  sentence(): string {
    const clauses = Array.from({ length: this.skewed(1.6) }, () => this.clause());
    const body =
      (this.random() < 0.25 ? this.pick(openers) : '') +
      clauses.join(this.pick([', and ', ', while ', '; ']));
    const end = this.pick(ends);
    const open = end === '."' ? '"' : end === '.)' ? '(' : '';
    return open + body.charAt(0).toUpperCase() + body.slice(1) + end;
  }

  paragraph(usual: number): string {
    return Array.from({ length: this.skewed(usual) }, () => this.sentence()).join(' ');
  }

  title(): string {
    const title = `${this.pick(adjectives)} ${this.pick(nouns)}${this.random() < 0.3 ? ` and ${this.pick(nouns)}` : ''}`;
    return title.charAt(0).toUpperCase() + title.slice(1);
  }

  list(): string {
    const numbered = this.random() < 0.3;
    return Array.from({ length: this.skewed(6) }, (_, i) => {
      const nested = this.random() < 0.15 ? `\n   - ${this.clause()}` : '';
      return `${numbered ? `${i + 1}.` : '-'} ${this.random() < 0.5 ? this.clause() : this.sentence()}${nested}`;
    }).join('\n');
  }

  table(): string {
    const columns = this.number(2, 5);
    const row = (cell: () => string) => `| ${Array.from({ length: columns }, cell).join(' | ')} |`;
    const rows = Array.from({ length: this.skewed(7) }, () =>
      row(() => `${this.pick(nouns)} ${this.number(1, 900)}`),
    );
    return [row(() => this.pick(nouns)), row(() => '---'), ...rows].join('\n');
  }

  code(): string {
    const lines = Array.from({ length: this.skewed(9) }, () => {
      return `${'  '.repeat(this.number(0, 3))}${this.pick(nouns)}.${this.pick(verbs)}(${this.number(0, 99)}); // ${this.pick(nouns)}`;
    });
    return ['```js', ...lines, '```'].join('\n');
  }

  /** As in a text file that was written by hand. */
  wrap(text: string, width: number): string {
    const lines: string[] = [];
    let line = '';
    for (const word of text.split(' ')) {
      if (line !== '' && line.length + word.length + 1 > width) {
        lines.push(line);
        line = word;
      } else line = line === '' ? word : `${line} ${word}`;
    }
    return [...lines, line].join('\n');
  }
}

type Kind = (writer: Writer) => { format: 'markdown' | 'plain'; parts: string[] };

/** Sections with headings down to the third level, and between them what `body` makes. */
function sections(writer: Writer, count: number, body: () => string[]): string[] {
  const parts = [`# ${writer.title()}`, writer.paragraph(2)];
  for (let i = 0; i < count; i++)
    parts.push(`${writer.pick(['##', '##', '###'])} ${writer.title()}`, ...body());
  return parts;
}

const kinds: Record<string, Kind> = {
  manual: (writer) => ({
    format: 'markdown',
    parts: sections(writer, 14, () =>
      Array.from({ length: writer.skewed(3) }, () =>
        writer.pick([
          () => writer.paragraph(4),
          () => writer.list(),
          () => writer.table(),
          () => writer.code(),
        ])(),
      ),
    ),
  }),
  policy: (writer) => ({
    format: 'markdown',
    parts: sections(writer, 10, () => Array.from({ length: writer.skewed(4) }, () => writer.paragraph(5))),
  }),
  questions: (writer) => ({
    format: 'markdown',
    parts: sections(writer, 22, () => [writer.paragraph(writer.number(1, 4))]),
  }),
  reference: (writer) => ({
    format: 'markdown',
    parts: sections(writer, 18, () =>
      [writer.paragraph(1), writer.code(), writer.table()].slice(0, writer.number(1, 3)),
    ),
  }),
  minutes: (writer) => ({
    format: 'markdown',
    parts: sections(writer, 9, () => [writer.list(), writer.paragraph(2), writer.list()]),
  }),
  wrapped: (writer) => ({
    format: 'plain',
    parts: Array.from({ length: 60 }, () => writer.wrap(writer.paragraph(5), 72)),
  }),
  numbered: (writer) => ({
    format: 'plain',
    parts: Array.from({ length: 14 }, (_, i) => [
      `${i + 1}. ${writer.title()}`,
      ...Array.from({ length: writer.skewed(3) }, () => writer.wrap(writer.paragraph(3), 76)),
    ]).flat(),
  }),
  novel: (writer) => ({
    format: 'plain',
    parts: Array.from({ length: 6 }, (_, i) => [
      `CHAPTER ${i + 1}`,
      ...Array.from({ length: 16 }, () => writer.paragraph(writer.pick([1, 3, 9, 14]))),
    ]).flat(),
  }),
};

/** `each` documents of every kind. */
export function makeDocuments(seed: number, each: number): BenchDocument[] {
  const random = makeRandom(seed);
  return Object.entries(kinds).flatMap(([name, kind]) =>
    Array.from({ length: each }, (_, i) => {
      const { format, parts } = kind(new Writer(random));
      return { name: `${name} ${i + 1}`, format, text: `${parts.join('\n\n')}\n` };
    }),
  );
}
