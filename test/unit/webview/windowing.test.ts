import assert from 'node:assert/strict';
import fc from 'fast-check';
import { scrollHeight, scrollTo, windowAt } from '../../../src/webview/list/windowing.js';
import type { Geometry } from '../../../src/webview/list/windowing.js';

const geometries = fc.record({
  total: fc.oneof(fc.nat(500), fc.integer({ min: 1, max: 3_000_000 })),
  rowHeight: fc.integer({ min: 20, max: 90 }),
  viewHeight: fc.integer({ min: 100, max: 2000 }),
});

describe('windowing', () => {
  it('draws the rows that are seen, and few others', () => {
    const geometry: Geometry = { total: 100_000, rowHeight: 46, viewHeight: 460 };
    const { from, to } = windowAt(geometry, 46 * 5000);
    assert.ok(from <= 5000 && from > 4990);
    assert.ok(to >= 5010 && to < 5020);
  });

  it('covers the view at each position of the scroll bar, without gaps, within the list', () => {
    fc.assert(
      fc.property(geometries, fc.double({ min: 0, max: 1, noNaN: true }), (geometry, share) => {
        const { total, rowHeight, viewHeight } = geometry;
        const most = Math.max(0, scrollHeight(geometry) - viewHeight);
        const scrollTop = share * most;
        const { from, to, top } = windowAt(geometry, scrollTop);
        assert.ok(from >= 0 && to <= total && from <= to);
        assert.ok(to - from < viewHeight / rowHeight + 16);
        if (total === 0) return;
        assert.ok(top <= scrollTop + 0.01, 'begins above the view');
        const end = top + (to - from) * rowHeight;
        assert.ok(
          end >= Math.min(scrollTop + viewHeight, scrollHeight(geometry)) - 0.01,
          'ends below the view',
        );
      }),
    );
  });

  it('keeps the scrolled element below the height that browsers allow', () => {
    assert.ok(scrollHeight({ total: 3_000_000, rowHeight: 46, viewHeight: 500 }) < 17_000_000);
  });

  it('reaches the last row also where the bar is scaled', () => {
    const geometry: Geometry = { total: 3_000_000, rowHeight: 46, viewHeight: 500 };
    assert.equal(windowAt(geometry, scrollHeight(geometry) - 500).to, 3_000_000);
  });

  it('scrolls a row into sight, and not at all where it is seen', () => {
    fc.assert(
      fc.property(geometries, fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (geometry, n, share) => {
        if (geometry.total === 0 || geometry.rowHeight > geometry.viewHeight) return;
        const at = n % geometry.total;
        const before = share * Math.max(0, scrollHeight(geometry) - geometry.viewHeight);
        const after = scrollTo(geometry, before, at);
        const { from, to } = windowAt(geometry, after);
        assert.ok(at >= from && at < to);
        assert.ok(Math.abs(scrollTo(geometry, after, at) - after) < 0.01);
      }),
    );
  });
});
