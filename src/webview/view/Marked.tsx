import { useState } from 'preact/hooks';
import type { PageGrounding } from '../../protocol.js';
import { segments } from '../text/ranges.js';
import type { Range } from '../text/ranges.js';
import { t } from '../t.js';
import { Pieces, Text } from './Text.js';

export interface Mark {
  readonly at: Range;
  /** Why it is marked, as a sentence. */
  readonly why: string;
}

const overlap = (a: Range, b: Range): boolean => a[0] < b[1] && b[0] < a[1];

/** What of a completion is not supported, each stretch with the sentence that says why. */
export function marksOf(grounding: PageGrounding | undefined): Mark[] {
  if (grounding === undefined) return [];
  const placed = grounding.reasons.flatMap(({ at, message }) => (at ? [{ at, why: message }] : []));
  const general = t('The source does not say this');
  const found = grounding.unsupported.map((at): Mark => {
    const whys = placed.filter((reason) => overlap(reason.at, at)).map(({ why }) => why);
    return { at, why: [...new Set(whys)].join('. ') || general };
  });
  const alone = placed.filter((reason) => !found.some(({ at }) => overlap(at, reason.at)));
  return [...found, ...alone];
}

/** What a sentence of usual length takes, in px. */
const tipWidth = 340;
const tipHeight = 80;

/** A text with its unsupported stretches underlined; the reason shows on hover and on focus. */
export function Marked({ text, marks }: { text: string; marks: readonly Mark[] }) {
  const [tip, setTip] = useState<{ why: string; n: number; style: Record<string, string> }>();
  const ranges = marks.map(({ at }) => at);
  const open = (element: HTMLElement, why: string, n: number): void => {
    const { left, top, bottom } = element.getClientRects()[0] ?? element.getBoundingClientRect();
    const x = { left: `${Math.min(left, Math.max(8, innerWidth - tipWidth))}px` };
    // Near the foot of the window it stands above.
    const above = bottom > innerHeight - tipHeight;
    setTip({
      why,
      n,
      style: above ? { ...x, bottom: `${innerHeight - top + 4}px` } : { ...x, top: `${bottom + 4}px` },
    });
  };
  return (
    <>
      {segments(text, ranges).map((segment, n) => {
        const mark = segment.range === undefined ? undefined : marks[segment.range];
        if (mark === undefined) return <Pieces value={segment.text} />;
        return (
          <mark
            class="unsupported"
            tabIndex={0}
            aria-describedby={tip?.n === n ? 'why' : undefined}
            onMouseEnter={(event) => open(event.currentTarget, mark.why, n)}
            onMouseLeave={() => setTip(undefined)}
            onFocus={(event) => open(event.currentTarget, mark.why, n)}
            onBlur={() => setTip(undefined)}
          >
            <span class="spoken">{t('not supported:')} </span>
            <Pieces value={segment.text} />
          </mark>
        );
      })}
      {tip && (
        <div id="why" class="tip" role="tooltip" style={tip.style}>
          <Text value={tip.why} />
        </div>
      )}
    </>
  );
}
