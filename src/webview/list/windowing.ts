/**
 * Which rows of a long list stand in the document. Rows have one height. Browsers cap the height of an element
 * (Firefox near 17.9 million px, Chromium near 33.5), so that beyond `tallest` the scroll bar is scaled: a pixel of it
 * stands for more than a pixel of rows.
 */
const tallest = 15_000_000;
/** Rows kept above and below what is seen, so that a turn of the wheel shows no gap. */
const spare = 6;

export interface Geometry {
  readonly total: number;
  /** In CSS px. */
  readonly rowHeight: number;
  readonly viewHeight: number;
}

export interface Window {
  /** The first row and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** Where the first row stands within the scrolled element, in px. */
  readonly top: number;
}

/** Height of the scrolled element, in px. */
export const scrollHeight = ({ total, rowHeight }: Geometry): number => Math.min(total * rowHeight, tallest);

/** Px of rows for each px of the scroll bar: 1 where the list is not scaled. */
function scale(geometry: Geometry): number {
  const real = geometry.total * geometry.rowHeight - geometry.viewHeight;
  const shown = scrollHeight(geometry) - geometry.viewHeight;
  return real > 0 && shown > 0 ? real / shown : 1;
}

/** The rows to draw at a scroll position. */
export function windowAt(geometry: Geometry, scrollTop: number): Window {
  const { total, rowHeight, viewHeight } = geometry;
  const top = Math.max(0, scrollTop) * scale(geometry);
  const first = Math.floor(top / rowHeight);
  const from = Math.min(Math.max(0, first - spare), Math.max(0, total - 1));
  const to = Math.min(total, Math.ceil((top + viewHeight) / rowHeight) + spare);
  return { from, to: Math.max(from, to), top: scrollTop - (top - from * rowHeight) };
}

/** Where to scroll so that a row is wholly seen: the position as it is where it already is. */
export function scrollTo(geometry: Geometry, scrollTop: number, at: number): number {
  const { rowHeight, viewHeight } = geometry;
  const ratio = scale(geometry);
  const top = scrollTop * ratio;
  const start = at * rowHeight;
  if (start < top) return start / ratio;
  const overhang = start + rowHeight - (top + viewHeight);
  return overhang > 0 ? (top + overhang) / ratio : scrollTop;
}
