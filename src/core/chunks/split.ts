import { insidePair, isBlank, skipBlank, trimBlankEnd } from './blank.js';
import { headingPath, type Block, type Section } from './blocks.js';
import { markdownBlocks } from './markdown.js';
import { checkChunkOptions, type ChunkOptions, type ChunkSpan } from './options.js';
import { overlapStart } from './overlap.js';
import { pack } from './pack.js';
import { plainBlocks } from './plain.js';
import { makeRuler, type Ruler } from './ruler.js';
import { toUnits, type Unit } from './units.js';

export type TextFormat = 'markdown' | 'plain';

/**
 * Cuts a text into chunks along its structure: headings, paragraphs, list items, tables and code fences stay whole
 * where they fit, else they are cut between sentences (or lines, for tables and code), then words, then code points.
 * Time is linear in the text.
 *
 * - A chunk is `text.slice(start, end)`, trimmed, and never longer than `options.size`.
 * - Together the chunks hold every character that is not blank; starts and ends strictly increase.
 * - A heading stays with what follows it.
 * - `heading` is the path that all of the chunk shares. Small sections may share a chunk, as far as one parent holds
 *   them all, and then the path is the parent's; their own headings stand in the chunk's text.
 * - **Two chunks whose heading paths differ share no text.** An overlap repeats only what stands in the same
 *   section, after its last heading, and only where the chunk before has the same path.
 *
 * Throws a RangeError for options that `checkChunkOptions` refuses.
 */
export function split(text: string, format: TextFormat, options: ChunkOptions): ChunkSpan[] {
  const ruler = checkedRuler(text, options);
  return cutUnits(text, toUnits(text, readBlocks(text, format), ruler), ruler);
}

export function checkedRuler(text: string, options: ChunkOptions): Ruler {
  const checked = checkChunkOptions(options);
  if (!checked.ok) throw new RangeError(checked.error.message);
  return makeRuler(text, options);
}

export function readBlocks(text: string, format: TextFormat): Block[] {
  return format === 'markdown' ? markdownBlocks(text) : plainBlocks(text);
}

/** What stands before blocks that are to be cut, for their overlap with it. */
export interface Lead {
  /** Of the chunk before. Empty at the start of a text. */
  readonly units: readonly Unit[];
  /** The innermost section that holds that chunk. */
  readonly section: Section | undefined;
  /** Where that chunk starts. */
  readonly start: number;
}

const noLead: Lead = { units: [], section: undefined, start: -1 };

/** Chunks of units that stand in the order of the text. */
export function cutUnits(
  text: string,
  units: readonly Unit[],
  ruler: Ruler,
  lead: Lead = noLead,
): ChunkSpan[] {
  const chunks: ChunkSpan[] = [];
  const all = lead.units.length === 0 ? units : [...lead.units, ...units];
  const offset = lead.units.length;
  let first = 0;
  let previous = lead.section;
  let floor = lead.start;
  for (const next of pack(units, ruler)) {
    const section = sharedSection(units, first, next);
    const { start: own, before } = units[first] as Unit;
    const { end, after } = units[next - 1] as Unit;
    const start =
      section === previous ? overlapStart(text, all, offset + first, after - before, floor, ruler) : own;
    const heading = headingPath(section);
    if (ruler.exact || ruler.length(start, end) <= ruler.size) chunks.push({ start, end, heading });
    else chunks.push(...halve(text, own, end, heading, ruler));
    floor = chunks.at(-1)?.start ?? start;
    previous = section;
    first = next;
  }
  return chunks;
}

/** The innermost section that holds units [from, to) whole. */
export function sharedSection(
  units: readonly Pick<Unit, 'section' | 'heading'>[],
  from: number,
  to: number,
): Section {
  let shared = (units[from] as Pick<Unit, 'section'>).section;
  for (let i = from + 1; i < to; i++) {
    const unit = units[i] as Unit;
    if (!unit.heading) continue;
    const { parent } = unit.section;
    while (parent !== undefined && shared.depth > parent.depth) shared = shared.parent as Section;
  }
  return shared;
}

/**
 * For the rare text whose parts hold fewer tokens than the whole: cut at a blank near the middle until the parts
 * fit.
 */
function halve(
  text: string,
  from: number,
  end: number,
  heading: readonly string[],
  ruler: Ruler,
): ChunkSpan[] {
  const start = skipBlank(text, from, end);
  const last = trimBlankEnd(text, start, end);
  if (last - start < 2 || ruler.length(start, last) <= ruler.size) return [{ start, end: last, heading }];
  const middle = start + ((last - start) >> 1);
  let cut = middle;
  while (cut > start && !isBlank(text.charCodeAt(cut - 1))) cut--;
  if (cut === start) cut = middle;
  if (insidePair(text, cut)) cut++;
  if (cut >= last) return [{ start, end: last, heading }];
  return [...halve(text, start, cut, heading, ruler), ...halve(text, cut, last, heading, ruler)];
}
