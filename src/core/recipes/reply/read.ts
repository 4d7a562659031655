import { rawReply, type RawPair, type RawReply } from './items.js';
import { looseValue } from './loose.js';
import { jsonRegions, type Region } from './scan.js';
import { splitThinking } from '../../thinking.js';

/** The pairs of a reply, as they stand in it. */
export interface ReadReply extends RawReply {
  /** The reply ends before its JSON does; what was not whole is left out. */
  readonly cut: boolean;
}

/**
 * Reads the JSON of a reply: strictly; else with thinking, code fences and prose around it taken off; else mended.
 * @param cut Whether the server says that the reply was cut.
 */
export function readReply(text: string, cut: boolean): ReadReply {
  const strict = strictValue(text);
  if (strict !== undefined) return { ...rawReply(strict), cut: false };
  const { text: answer } = splitThinking(text);
  const regions = jsonRegions(answer);
  const readings = regions.map((region) => readRegion(answer, region, cut)).filter((reading) => reading.list);
  const found = joined(readings);
  if (found.pairs.length > 0) return found;
  return readQuoted(answer) ?? (found.list ? found : readWhole(answer, regions[0]?.start ?? -1, cut));
}

const nothing: ReadReply = { pairs: [], reason: undefined, list: false, cut: false };

function strictValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readRegion(text: string, region: Region, cut: boolean): ReadReply {
  const source = text.slice(region.start, region.end);
  if (region.closed) return readLoose(source, false);
  // A quote left out upsets the brackets as well. What ends like JSON is whole if it can be mended.
  if (!cut && /[}\]]\s*(?:```)?\s*$/.test(text.slice(-20))) {
    const mended = readLoose(source.trimEnd().replace(/```$/, ''), false);
    if (mended.pairs.length > 0) return mended;
  }
  if (region.whole !== undefined) return readLoose(region.whole, true);
  // Not one whole pair. An object around the list says at least that there was to be one.
  return { ...nothing, list: true, cut: true };
}

function readLoose(source: string, cut: boolean): ReadReply {
  const loose = looseValue(source);
  return loose === undefined ? nothing : { ...rawReply(loose.value), cut };
}

/** JSON in a JSON string, perhaps in a code fence. */
function readQuoted(text: string): ReadReply | undefined {
  const open = /"(?:\\n|\s)*[{[]/.exec(text);
  if (open === null) return undefined;
  const string = strictValue(text.slice(open.index, text.lastIndexOf('"') + 1));
  const reading = typeof string === 'string' ? rawReply(string) : undefined;
  return reading?.list === true ? { ...reading, cut: false } : undefined;
}

/** Mends all from the first bracket on, where the brackets led nowhere. The last pair of a cut reply is not whole. */
function readWhole(text: string, start: number, cut: boolean): ReadReply {
  if (start < 0) return nothing;
  const loose = looseValue(text.slice(start));
  if (loose === undefined) return nothing;
  const reading = rawReply(loose.value);
  return cut && loose.mended
    ? { ...reading, pairs: reading.pairs.slice(0, -1), cut: true }
    : { ...reading, cut };
}

function joined(readings: readonly ReadReply[]): ReadReply {
  const pairs: RawPair[] = [];
  for (const reading of readings) for (const pair of reading.pairs) pairs.push(pair);
  return {
    pairs,
    reason: readings.find((reading) => reading.reason !== undefined)?.reason,
    list: readings.length > 0,
    cut: readings.some((reading) => reading.cut),
  };
}
