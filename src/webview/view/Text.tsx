import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { cut } from '../text/context.js';
import { pieces } from '../text/visible.js';
import { t } from '../t.js';

/** A foreign text within a line: text nodes and nothing else, its direction kept to itself. */
export function Text({ value }: { value: string }) {
  return (
    <bdi>
      <Pieces value={value} />
    </bdi>
  );
}

/** Part of a foreign text whose block has `dir="auto"`; unseen characters are shown by their number. */
export function Pieces({ value }: { value: string }) {
  return <>{pieces(value).map(({ text, code }) => (code === undefined ? text : <Unseen code={code} />))}</>;
}

function Unseen({ code }: { code: string }) {
  return <span class="unseen">{code}</span>;
}

/** The most that is drawn at once, in UTF-16 units. */
const most = 20_000;

/** A long text: its beginning, and the rest when asked for. `draw` draws what is given of it. */
export function Long({ value, draw }: { value: string; draw: (shown: string) => ComponentChildren }) {
  const [all, setAll] = useState<string>();
  const shown = all === value ? value : cut(value, most);
  return (
    <>
      {draw(shown)}
      {shown.length < value.length && (
        <button type="button" class="link show-all" onClick={() => setAll(value)}>
          {t('Show all ({0} kB)', Math.ceil(value.length / 1000))}
        </button>
      )}
    </>
  );
}
