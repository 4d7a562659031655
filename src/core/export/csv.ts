import { splitFile, type RowFormat, type RowPair } from './format.js';
import { instructionOf } from './alpaca.js';

/** What a column holds, by its name. */
const columns: Readonly<Record<string, (pair: RowPair, made: Made) => string>> = {
  question: (_, made) => made.question,
  answer: (_, made) => made.answer,
  prompt: (_, made) => made.question,
  completion: (_, made) => made.answer,
  instruction: (_, made) => made.question,
  output: (_, made) => made.answer,
  system: (_, made) => made.system,
  rejected: (pair) => pair.rejected ?? '',
  reasoning: (pair) => pair.reasoning ?? '',
  question_type: ({ view }) => view?.original.questionType ?? '',
  evidence: ({ view }) => (view?.sources ?? []).flatMap((s) => s.spans.map((p) => p.quote)).join('\n'),
  chunks: ({ view }) => (view?.chunks ?? []).join(' '),
  status: ({ view }) => view?.status ?? '',
  rating: ({ view }) => view?.rating?.toString() ?? '',
  grounding: ({ view }) => view?.verdict ?? '',
  tags: ({ view }) => (view?.tags ?? []).join(' '),
  note: ({ view }) => view?.note ?? '',
  recipe: ({ view }) => view?.recipe ?? '',
  model: ({ view }) => view?.model ?? '',
  id: ({ view }) => view?.id ?? '',
};

interface Made {
  readonly question: string;
  readonly answer: string;
  readonly system: string;
}

/** The columns that a table can have. */
export const csvColumns: readonly string[] = Object.keys(columns);

export const defaultCsvColumns: readonly string[] = ['question', 'answer'];

function table(container: 'csv' | 'tsv'): RowFormat {
  return {
    kind: 'rows',
    id: container,
    title: container === 'csv' ? 'CSV (sheets, pandas)' : 'Tab-separated values',
    container,
    fileName: splitFile(container),
    keys: csvColumns,
    rows(pair, settings) {
      const made = instructionOf(pair, settings);
      if ('out' in made) return made;
      const question = made.input === '' ? made.instruction : `${made.instruction}\n\n${made.input}`;
      const parts: Made = { question, answer: made.output, system: made.system ?? '' };
      const wanted = settings.columns ?? defaultCsvColumns;
      const cells = wanted.map((name) => [
        name,
        Object.hasOwn(columns, name) ? columns[name]?.(pair, parts) : '',
      ]);
      const keepsSystem = made.system === undefined || wanted.includes('system');
      return {
        rows: [Object.fromEntries(cells) as Record<string, string>],
        lost: keepsSystem ? made.lost : [...made.lost, 'system'],
      };
    },
  };
}

export const csv = table('csv');
export const tsv = table('tsv');
