import type { Token } from './tokens.js';

/** What a value is measured in. Values of one dimension compare after `value * factor + offset`. */
export interface Unit {
  readonly dimension: string;
  readonly factor: number;
  readonly offset: number;
  /** As people write it. */
  readonly name: string;
}

const names = new Map<string, Unit>();
/** Case counts: mg and Mg, MB and mb. */
const symbols = new Map<string, Unit>();

function add(dimension: string, factor: number, words: string, marks = '', offset = 0): void {
  const list = words.split(' ').filter(Boolean);
  const signs = marks.split(' ').filter(Boolean);
  const unit = { dimension, factor, offset, name: list[0] ?? signs[0] ?? dimension };
  for (const word of list) {
    names.set(word, unit);
    if (!word.endsWith('s') && word.length > 2) names.set(`${word}s`, unit);
  }
  for (const sign of signs) symbols.set(sign, unit);
}

add('mass', 1e-6, 'microgram mcg', 'µg μg ug');
add('mass', 1e-3, 'milligram milligramme', 'mg');
add('mass', 1, 'gram gramme', 'g gm');
add('mass', 1e3, 'kilogram kilo kilogramme', 'kg Kg');
add('mass', 1e6, 'tonne');
add('mass', 1.016e6, 'ton');
add('mass', 453.592, 'lb lbs');
add('mass', 28.3495, 'ounce', 'oz');
add('mass', 6350.29, 'stone');
add('length', 1e-9, 'nanometre nanometer', 'nm');
add('length', 1e-6, 'micrometre micron', 'µm');
add('length', 1e-3, 'millimetre millimeter', 'mm');
add('length', 1e-2, 'centimetre centimeter', 'cm');
add('length', 1, 'metre meter', 'm');
add('length', 1e3, 'kilometre kilometer', 'km');
add('length', 0.0254, 'inch inches');
add('length', 0.3048, 'foot feet', 'ft');
add('length', 0.9144, 'yard', 'yd');
add('length', 1609.344, 'mile', 'mi');
add('length', 1852, 'nautical');
add('area', 1e4, 'hectare', 'ha');
add('area', 4046.86, 'acre');
add('area', 1, '', 'm² sqm');
add('area', 1e6, '', 'km²');
add('area', 0.092903, '', 'sqft');
add('volume', 1e-3, 'millilitre milliliter', 'ml mL cc');
add('volume', 1e-2, 'centilitre centiliter', 'cl');
add('volume', 1, 'litre liter', 'l L');
add('volume', 1e3, '', 'm³');
add('volume', 0.568, 'pint');
add('volume', 4.546, 'gallon');
add('volume', 0.24, 'cup');
add('volume', 0.015, 'tablespoon tablespoonful', 'tbsp');
add('volume', 0.005, 'teaspoon teaspoonful', 'tsp');
add('time', 1e-3, 'millisecond', 'ms');
add('time', 1e-6, 'microsecond', 'µs');
add('time', 1, 'second sec', 's');
add('time', 60, 'minute min mins');
add('time', 3600, 'hour hr hrs', 'h');
add('time', 86400, 'day');
add('time', 604800, 'week wk');
add('time', 1209600, 'fortnight');
add('months', 1, 'month');
add('months', 3, 'quarter');
add('months', 12, 'year yr');
add('months', 120, 'decade');
add('months', 1200, 'century centuries');
add('data', 1, 'byte');
add('data', 1e3, 'kilobyte kb', 'KB kB KiB');
add('data', 1e6, 'megabyte mb', 'MB MiB');
add('data', 1e9, 'gigabyte gb', 'GB GiB');
add('data', 1e12, 'terabyte tb', 'TB TiB');
add('bits', 1, 'bit');
add('rate', 1e6, 'mbps', 'Mbps Mbit');
add('rate', 1e9, 'gbps', 'Gbps Gbit');
add('energy', 1, 'kwh', 'kWh');
add('energy', 1e3, 'mwh', 'MWh');
add('energy', 1e6, 'gwh', 'GWh');
add('food energy', 1, 'kilocalorie calorie', 'kcal');
add('food energy', 0.239, 'kilojoule', 'kJ');
add('power', 1, 'watt', 'W');
add('power', 1e3, 'kilowatt', 'kW');
add('power', 1e6, 'megawatt', 'MW');
add('power', 1e9, 'gigawatt', 'GW');
add('voltage', 1, 'volt', 'V');
add('voltage', 1e-3, 'millivolt', 'mV');
add('voltage', 1e3, 'kilovolt', 'kV');
add('current', 1, 'amp ampere', 'A');
add('current', 1e-3, 'milliamp', 'mA');
add('frequency', 1, 'hertz', 'Hz');
add('frequency', 1e3, 'kilohertz', 'kHz');
add('frequency', 1e6, 'megahertz', 'MHz');
add('frequency', 1e9, 'gigahertz', 'GHz');
add('speed', 1.609344, 'mph');
add('speed', 1, 'kph', 'kmh');
add('speed', 1.852, 'knot');
add('pressure', 1e5, 'bar');
add('pressure', 6894.76, 'psi');
add('pressure', 1e3, 'kilopascal', 'kPa');
add('pressure', 1, 'pascal', 'Pa');
add('pressure', 100, 'hectopascal millibar', 'hPa');
add('pressure', 133.322, 'mmhg', 'mmHg');
add('sound', 1, 'decibel', 'dB');
add('temperature', 1, 'celsius centigrade', '℃');
add('temperature', 5 / 9, 'fahrenheit', '℉', -160 / 9);
add('temperature', 1, 'kelvin', '', -273.15);
add('times', 1, 'times');
add('ratio', 0.01, 'percent pc', '% ‰');
add('money USD', 1, 'dollar usd', 'US$ $');
add('money USD', 0.01, 'cent');
add('money GBP', 1, 'gbp sterling quid', '£');
add('money GBP', 0.01, 'pence penny', 'p');
add('money EUR', 1, 'euro eur', '€');
add('money JPY', 1, 'yen jpy', '¥');
add('money INR', 1, 'rupee inr', '₹');
add('money CHF', 1, 'chf franc');
/** Money or mass; compares with both. */
const pound: Unit = { dimension: 'pound', factor: 1, offset: 0, name: 'pound' };
names.set('pound', pound);
names.set('pounds', pound);
const degree: Unit = { dimension: 'degree', factor: 1, offset: 0, name: 'degree' };

/** "%", without the meaning of a unit: one share of a hundred. */
export const percent = symbols.get('%')!;
export const share: Unit = { dimension: 'ratio', factor: 1, offset: 0, name: 'share' };
const squares = new Map<string, number>([
  ['metre', 1],
  ['kilometre', 1e6],
  ['mile', 2.59e6],
  ['foot', 0.092903],
  ['centimetre', 1e-4],
]);

/** How often: "once", "three times". */
export const timesUnit = names.get('times')!;

/** Currency before a number: "£", "US$", "EUR". */
export function currencyBefore(token: Token | undefined): Unit | undefined {
  if (token === undefined) return undefined;
  const unit =
    symbols.get(token.text) ??
    (/^[A-Z]{3}$/.test(token.text) ? names.get(token.text.toLowerCase()) : undefined);
  return unit?.dimension.startsWith('money') === true ? unit : undefined;
}

const opening = new Set(
  (
    '° º degrees degree per percentage square sq cubic working business calendar consecutive full clear whole ' +
    'complete school academic additional extra further more'
  ).split(' '),
);

/** Whether a word or mark may begin a unit. */
export const beginsUnit = (raw: string, low: string): boolean =>
  symbols.has(raw) || names.has(low) || opening.has(low) || opening.has(raw);

/** The unit that begins at token `i`, and where it ends. */
export function readUnit(tokens: readonly Token[], i: number): { unit: Unit; to: number } | undefined {
  let token = tokens[i];
  if (token === undefined || token.breaks === 2) return undefined;
  const hyphen = token.text === '-' && token.glued && tokens[i + 1]?.glued === true;
  const j = hyphen ? i + 1 : i;
  token = tokens[j]!;
  if (!token.word.opensUnit) return undefined;
  const low = token.word.low;
  const next = tokens[j + 1];
  if (token.text === '°' || token.text === 'º') {
    const scale = next?.text === 'C' ? 'celsius' : next?.text === 'F' ? 'fahrenheit' : undefined;
    return scale === undefined ? { unit: degree, to: j + 1 } : { unit: names.get(scale)!, to: j + 2 };
  }
  if (low === 'degrees' || low === 'degree') {
    const scale =
      names.get(next?.word.low ?? '') ??
      (next?.text === 'C' ? names.get('celsius') : next?.text === 'F' ? names.get('fahrenheit') : undefined);
    return scale?.dimension === 'temperature' ? { unit: scale, to: j + 2 } : { unit: degree, to: j + 1 };
  }
  if (low === 'per' && next?.word.low === 'cent') return { unit: percent, to: j + 2 };
  if (low === 'percentage' && next?.word.low.startsWith('point') === true)
    return { unit: percent, to: j + 2 };
  if (low === 'square' || low === 'sq') {
    const side = names.get(next?.word.low ?? '') ?? symbols.get(next?.text ?? '');
    const factor = side && squares.get(side.name);
    return factor === undefined
      ? undefined
      : { unit: { dimension: 'area', factor, offset: 0, name: `square ${side!.name}` }, to: j + 2 };
  }
  if (low === 'cubic') {
    return next && /^met(?:re|er)s?$/.test(next.word.low)
      ? { unit: symbols.get('m³')!, to: j + 2 }
      : undefined;
  }
  if (
    /^(?:working|business|calendar|consecutive|full|clear|whole|complete|school|academic|additional|extra|further|more)$/.test(
      low,
    ) &&
    next !== undefined
  ) {
    const unit = names.get(next.word.low);
    if (unit === undefined || (unit.dimension !== 'time' && unit.dimension !== 'months')) return undefined;
    const named =
      low === 'working' || low === 'business' ? 'working ' : low === 'calendar' ? 'calendar ' : '';
    return { unit: { ...unit, name: named + unit.name }, to: j + 2 };
  }
  const unit = symbols.get(token.text) ?? names.get(low);
  if (unit === undefined) return undefined;
  // A single letter is a unit only where it clings to the number or is written as one does: "5 g", not "5 A".
  if (token.text.length === 1 && token.kind === 'word' && !token.glued && !/^[gmlLhVsW]$/.test(token.text))
    return undefined;
  if (
    unit.dimension === 'length' &&
    next !== undefined &&
    /^(?:per|an)$/.test(next.word.low) &&
    tokens[j + 2]?.word.low === 'hour'
  ) {
    return {
      unit: { dimension: 'speed', factor: unit.factor / 1000, offset: 0, name: `${unit.name} per hour` },
      to: j + 3,
    };
  }
  // km/h, mg/kg
  const per = tokens[j + 2];
  if (next?.text === '/' && next.glued && per?.glued === true) {
    const below = symbols.get(per.text) ?? names.get(per.word.low);
    if (unit.dimension === 'length' && below?.name === 'hour') {
      return {
        unit: { dimension: 'speed', factor: unit.factor / 1000, offset: 0, name: `${unit.name}/h` },
        to: j + 3,
      };
    }
    if (below !== undefined && below.dimension !== unit.dimension) return { unit, to: j + 1 };
  }
  return { unit, to: j + 1 };
}

/** The unit of time that a lower-case word names, by one name for all its forms; undefined for other words. */
export function periodOf(low: string): string | undefined {
  const unit = low.length > 2 ? names.get(low) : undefined;
  return unit?.dimension === 'time' || unit?.dimension === 'months' ? unit.name : undefined;
}
