/**
 * The quick test of a line's shape. It says the same as the schemas of `lines.ts` (a property test holds the two
 * together) in about a tenth of the time, which is what keeps loading 100,000 results near the cost of JSON.parse.
 */
import type { Line } from './lines.js';
import { outcomes, questionTypes, splitNames, statuses, verdicts } from './model.js';

type Json = Record<string, unknown>;
type Guard = (value: unknown) => boolean;

const text: Guard = (v) => typeof v === 'string';
const whole: Guard = (v) => Number.isSafeInteger(v) && (v as number) >= 0;
const number: Guard = (v) => Number.isFinite(v);
const id: Guard = (v) => typeof v === 'string' && v.length > 0 && v.length <= 400;
const object = (v: unknown): v is Json => typeof v === 'object' && v !== null && !Array.isArray(v);
const oneOf =
  (values: readonly unknown[]): Guard =>
  (v) =>
    values.includes(v);
const maybe =
  (guard: Guard): Guard =>
  (v) =>
    v === undefined || guard(v);
const nullish =
  (guard: Guard): Guard =>
  (v) =>
    v === undefined || v === null || guard(v);
const list =
  (guard: Guard): Guard =>
  (v) => {
    if (!Array.isArray(v)) return false;
    for (const item of v) if (!guard(item)) return false;
    return true;
  };

const isRole = oneOf(['system', 'user', 'assistant', 'tool']);
const isOutcome = oneOf(outcomes);
const isVerdict = oneOf(verdicts);
const isQuestionType = maybe(oneOf(questionTypes));
const isDerives = maybe(oneOf(['variation', 'regeneration', 'split']));
const isStatus = nullish(oneOf(statuses));
const isSplit = oneOf(splitNames);
const isWeight = oneOf([undefined, 0, 1]);
const texts = list(text);
const ids = list(id);
const maybeText = maybe(text);
const maybeId = maybe(id);
const maybeWhole = maybe(whole);
const maybeNumber = maybe(number);
const nullishText = nullish(text);
const nullishTexts = nullish(texts);

const isRange: Guard = (v) => Array.isArray(v) && v.length === 2 && whole(v[0]) && whole(v[1]);
const ranges = list(isRange);
const toolCalls = maybe(list((v) => object(v) && text(v.id) && text(v.name) && text(v.arguments)));
const messages = list(
  (v) =>
    object(v) &&
    isRole(v.role) &&
    text(v.content) &&
    isWeight(v.weight) &&
    maybeText(v.name) &&
    toolCalls(v.toolCalls),
);
const spans = list((v) => object(v) && whole(v.start) && whole(v.end) && text(v.quote));
const sources = list((v) => object(v) && id(v.chunk) && spans(v.spans));
const reasons = list(
  (v) => object(v) && text(v.code) && text(v.message) && (v.at === undefined || isRange(v.at)),
);
const isGrounding: Guard = (v) =>
  object(v) && isVerdict(v.verdict) && number(v.score) && reasons(v.reasons) && ranges(v.unsupported);
const maybeGrounding = maybe(isGrounding);
const isChecks = maybe((v) => object(v) && maybeGrounding(v.grounding));
const isOrigin = maybe((v) => object(v) && text(v.format));
const pairs = list(
  (v) =>
    object(v) &&
    messages(v.prompt) &&
    text(v.completion) &&
    maybeText(v.rejected) &&
    maybeText(v.reasoning) &&
    isQuestionType(v.questionType) &&
    sources(v.sources) &&
    maybeId(v.parent) &&
    isDerives(v.derives) &&
    isOrigin(v.origin) &&
    isChecks(v.checks),
);
const isRating = nullish((v) => Number.isInteger(v) && (v as number) >= 1 && (v as number) <= 5);
const isFields: Guard = (v) =>
  object(v) &&
  nullish(messages)(v.prompt) &&
  nullishText(v.completion) &&
  nullishText(v.rejected) &&
  nullishText(v.reasoning) &&
  nullish(sources)(v.sources) &&
  isStatus(v.status) &&
  isRating(v.rating) &&
  nullishTexts(v.tags) &&
  nullishText(v.note) &&
  nullish(isGrounding)(v.grounding);
const isFailure = maybe((v) => object(v) && text(v.code) && text(v.message) && maybeText(v.reply));
const isUsage = maybe(
  (v) =>
    object(v) &&
    maybeNumber(v.input) &&
    maybeNumber(v.output) &&
    maybeNumber(v.cachedInput) &&
    maybeNumber(v.reasoning),
);
const isPrice = maybe((v) => object(v) && number(v.input) && number(v.output) && maybeNumber(v.cachedInput));
const isPlacedChunk: Guard = (v) =>
  Array.isArray(v) && v.length === 4 && id(v[0]) && whole(v[1]) && whole(v[2]) && whole(v[3]);
const placedChunks = list(isPlacedChunk);
const headingPaths = list(texts);

const bodies: { [K in Line['type']]: (v: Json) => boolean } = {
  dataset: (v) => whole(v.version) && whole(v.generation) && text(v.name),
  document: (v) =>
    id(v.document) &&
    text(v.path) &&
    v.path !== '' &&
    text(v.mediaType) &&
    text(v.hash) &&
    maybeWhole(v.bytes) &&
    text(v.chunking) &&
    placedChunks(v.chunks) &&
    headingPaths(v.headings),
  chunk: (v) => id(v.chunk) && id(v.document) && text(v.text) && texts(v.heading) && maybeWhole(v.page),
  run: (v) =>
    text(v.recipe) &&
    whole(v.recipeVersion) &&
    object(v.settings) &&
    maybeText(v.template) &&
    maybeText(v.templateHash) &&
    object(v.chunking) &&
    text(v.provider) &&
    text(v.model) &&
    maybeText(v.server) &&
    object(v.sampling) &&
    isPrice(v.price) &&
    text(v.app),
  result: (v) =>
    id(v.key) &&
    id(v.run) &&
    text(v.recipe) &&
    ids(v.inputs) &&
    isOutcome(v.outcome) &&
    pairs(v.pairs) &&
    maybeText(v.reason) &&
    (v.cut === undefined || typeof v.cut === 'boolean') &&
    isFailure(v.failure) &&
    (v.supersedes === undefined || ids(v.supersedes)) &&
    maybeText(v.model) &&
    isAnswerer(v.fallback) &&
    isUsage(v.usage) &&
    maybeNumber(v.cost) &&
    maybeWhole(v.requests) &&
    maybeText(v.reasoning) &&
    maybeNumber(v.ms),
  edit: (v) => id(v.pair) && isFields(v.set),
  split: (v) => id(v.group) && isSplit(v.split),
};

function isAnswerer(v: unknown): boolean {
  return v === undefined || (object(v) && text(v.provider) && text(v.model));
}

/** Whether the letters are Crockford base32 after a first 0, as `ulidPattern` says. */
function isUlid(v: unknown): boolean {
  if (typeof v !== 'string' || v.length !== 26 || v.charCodeAt(0) !== 48) return false;
  for (let i = 1; i < 26; i++) {
    const c = v.charCodeAt(i);
    const digit = c >= 48 && c <= 57;
    const letter = c >= 65 && c <= 90 && c !== 73 && c !== 76 && c !== 79 && c !== 85;
    if (!digit && !letter) return false;
  }
  return true;
}

/** Whether parsed JSON is a line of a kind that this version knows. */
export function isLine(value: unknown): value is Line {
  if (!object(value) || typeof value.type !== 'string' || !Object.hasOwn(bodies, value.type)) return false;
  return (
    isUlid(value.id) &&
    text(value.by) &&
    (value.by as string).length <= 400 &&
    bodies[value.type as Line['type']](value)
  );
}
