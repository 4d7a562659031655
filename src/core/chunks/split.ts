import { insidePair, isBlank, skipBlank, trimBlankEnd } from './blank.js';
import { headingPath, sharedSection, type Section, type TakeBlock } from './blocks.js';
import { markdownBlocks } from './markdown.js';
import { checkChunkOptions, type ChunkOptions, type ChunkSpan } from './options.js';
import { overlapStart } from './overlap.js';
import { pack } from './pack.js';
import { plainBlocks } from './plain.js';
import { makeRuler, type Ruler } from './ruler.js';
import { Units } from './units.js';

export type TextFormat = 'markdown' | 'plain';

/**
 * Cuts a text into chunks along its structure: headings, paragraphs, list items, tables and code fences stay whole
 * where they fit, else they are cut between sentences (or lines, for tables and code), then words, then code points.
 * Time is linear in the text.
 *
 * - A chunk is `text.slice(start, end)`, trimmed, and never longer than `options.size`.
 * - Together the chunks hold every character that is not blank; starts and ends strictly increase.
 * - A heading stays with what follows it.
 * - `heading` is the path that all of the chunk shares. Small sections may share a chunk, and then the path is that of
 *   the section around them all; their own headings stand in the chunk's text. The title in a front matter is taken
 *   for a heading over the whole document.
 * - **Two chunks whose heading paths differ share no text.** An overlap repeats only what stands in the same
 *   section, after its last heading, and only where the chunk before has the same path.
 *
 * Throws a RangeError for options that `checkChunkOptions` refuses.
 */
export function split(text: string, format: TextFormat, options: ChunkOptions): ChunkSpan[] {
  const ruler = checkedRuler(text, options);
  const units = new Units(text, ruler, Math.ceil(text.length / usualBlock));
  eachBlock(text, format, (block) => units.add(block));
  return cutUnits(text, units, ruler);
}

export function checkedRuler(text: string, options: ChunkOptions): Ruler {
  const checked = checkChunkOptions(options);
  if (!checked.ok) throw new RangeError(checked.error.message);
  return makeRuler(text, options);
}

/** About as long as blocks are, to start with lists of about the right length. */
const usualBlock = 100;

/** Hands on the blocks of a text, in its order. */
export function eachBlock(text: string, format: TextFormat, take: TakeBlock): void {
  if (format === 'markdown') markdownBlocks(text, take);
  else plainBlocks(text, take);
}

/** The chunk before the units that are to be cut, for their overlap with it. */
export interface Lead {
  /** How many units it has, at the start of the list. */
  readonly units: number;
  /** The innermost section that holds it. */
  readonly section: Section | undefined;
  /** Where it starts. */
  readonly start: number;
}

const noLead: Lead = { units: 0, section: undefined, start: -1 };

/** Chunks of the units after those of the lead. */
export function cutUnits(text: string, units: Units, ruler: Ruler, lead: Lead = noLead): ChunkSpan[] {
  const chunks: ChunkSpan[] = [];
  let first = lead.units;
  let previous = lead.section;
  let floor = lead.start;
  for (const next of pack(units, first, ruler)) {
    const section = sharedSection(units, first, next);
    const own = units.starts[first] as number;
    const end = units.ends[next - 1] as number;
    const length = (units.after[next - 1] as number) - (units.before[first] as number);
    const start = section === previous ? overlapStart(text, units, first, length, floor, ruler) : own;
    const heading = headingPath(section);
    if (ruler.exact || ruler.length(start, end) <= ruler.size) chunks.push({ start, end, heading });
    else chunks.push(...halve(text, own, end, heading, ruler));
    floor = chunks.at(-1)?.start ?? start;
    previous = section;
    first = next;
  }
  return chunks;
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
