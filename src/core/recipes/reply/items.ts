/** What stands in a reply's JSON, before anything of it is believed. */
export interface RawPair {
  readonly question: unknown;
  readonly answer: unknown;
  readonly quotes: unknown;
  readonly type: unknown;
}

export interface RawReply {
  readonly pairs: readonly RawPair[];
  /** Why there are none or few, in the model's words. */
  readonly reason: string | undefined;
  /** There is a list of pairs, be it empty. */
  readonly list: boolean;
}

type Fields = ReadonlyMap<string, unknown>;

const questionKeys = ['question', 'q', 'prompt', 'instruction', 'query', 'frage', 'pregunta'];
const answerKeys = ['answer', 'a', 'completion', 'response', 'output', 'antwort', 'respuesta', 'reponse'];
const quoteKeys = ['quotes', 'quote', 'evidence', 'citations', 'support', 'sources'];
const typeKeys = ['type', 'questiontype', 'kind', 'category'];
const reasonKeys = ['reason', 'explanation', 'note', 'message', 'error'];
const listKeys = ['pairs', 'qapairs', 'questions', 'qa', 'items', 'data', 'results', 'questionsandanswers'];

const none: RawReply = { pairs: [], reason: undefined, list: false };

/** Deep enough for what models wrap around a list; short enough for hostile nesting. */
const deepest = 4;

/**
 * Finds the pairs in a value, under any of the names that models give them: a list, a list in an object, one
 * pair, numbered pairs, JSON in a string. Nothing is taken where it could be read in two ways.
 */
export function rawReply(value: unknown, depth = 0): RawReply {
  if (depth > deepest) return none;
  if (typeof value === 'string') return fromString(value, depth);
  if (Array.isArray(value)) return fromList(value, depth);
  if (typeof value !== 'object' || value === null) return none;
  const fields = fieldsOf(value);
  const pair = pairOf(fields);
  if (pair !== undefined) return { pairs: [pair], reason: undefined, list: true };
  // Our own schema, sent back.
  if (fields.has('properties') || fields.has('schema') || fields.has('defs')) return none;
  return fromObject(fields, depth);
}

function fromString(text: string, depth: number): RawReply {
  if (!/^\s*["{[]/.test(text)) return none;
  try {
    return rawReply(JSON.parse(text), depth + 1);
  } catch {
    return none;
  }
}

function fromList(list: readonly unknown[], depth: number): RawReply {
  if (list.length === 0) return { pairs: [], reason: undefined, list: true };
  const pairs: RawPair[] = [];
  let reason: string | undefined;
  let found = false;
  for (const item of list) {
    const inner = rawReply(item, depth + 1);
    for (const pair of inner.pairs) pairs.push(pair);
    reason ??= inner.reason;
    found ||= inner.list;
  }
  return { pairs, reason, list: found };
}

function fromObject(fields: Fields, depth: number): RawReply {
  const reason = wordsOf(first(fields, reasonKeys));
  const columns = fromColumns(fields);
  if (columns !== undefined) return { pairs: columns, reason, list: true };
  const named = first(fields, listKeys);
  if (named !== undefined && named !== null) {
    const inner = rawReply(named, depth + 1);
    if (inner.list) return { ...inner, reason: reason ?? inner.reason };
  }
  // A list under another name, or pairs as `{"1": {...}, "2": {...}}`.
  const values = [...fields.values()].filter((value) => typeof value === 'object' && value !== null);
  const readings = values
    .map((value) => rawReply(value, depth + 1))
    .filter((reading) => reading.pairs.length > 0);
  const lists = values.filter((value) => Array.isArray(value)).length;
  if (readings.length === 0 || (readings.length > 1 && lists > 0)) return { ...none, reason };
  return { pairs: readings.flatMap((reading) => reading.pairs), reason, list: true };
}

/** `{"questions": [...], "answers": [...]}`, as long as one another. */
function fromColumns(fields: Fields): RawPair[] | undefined {
  const questions = fields.get('questions');
  const answers = fields.get('answers');
  if (!Array.isArray(questions) || !Array.isArray(answers) || questions.length !== answers.length)
    return undefined;
  return questions.map((question: unknown, place) => {
    const answer: unknown = answers[place];
    return { question, answer, quotes: undefined, type: undefined };
  });
}

function pairOf(fields: Fields): RawPair | undefined {
  const question = first(fields, questionKeys);
  const answer = first(fields, answerKeys);
  if (question === undefined || answer === undefined) return undefined;
  return { question, answer, quotes: first(fields, quoteKeys), type: first(fields, typeKeys) };
}

/** By name in small letters, without digits and marks: `Question_1` is `question`. The first of a name counts. */
function fieldsOf(value: object): Fields {
  const fields = new Map<string, unknown>();
  for (const [key, field] of Object.entries(value)) {
    const name = key.length > 40 ? key : key.toLowerCase().replace(/[\s\d_.:$-]+/g, '') || key;
    fields.set(fields.has(name) ? key : name, field);
  }
  return fields;
}

function first(fields: Fields, names: readonly string[]): unknown {
  for (const name of names) if (fields.has(name)) return fields.get(name);
  return undefined;
}

const wordsOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
