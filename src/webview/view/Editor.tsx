import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { check, dropEdit, keepEdit, resolveDraft, type } from '../store/draft.js';
import type { Draft } from '../store/state.js';
import { segments } from '../text/ranges.js';
import type { Range } from '../text/ranges.js';
import { t } from '../t.js';
import { Button, onMac } from './Button.js';
import { usePage } from './page.js';
import { Pieces } from './Text.js';

/** Milliseconds after the last letter until the text is checked. */
const pause = 250;

/**
 * A text field that lies exactly where its text was: a hidden copy of the text with the same font and wrapping gives
 * it its height, and carries the underlines.
 */
export function Editor({
  draft,
  unsupported,
  label,
}: {
  draft: Draft;
  unsupported: readonly Range[];
  label: string;
}) {
  const { play } = usePage();
  const field = useRef<HTMLTextAreaElement>(null);
  const begun = useRef(draft.text);

  // Before the next letter can be typed.
  useLayoutEffect(() => field.current?.setSelectionRange(draft.start, draft.end), []);
  useEffect(() => {
    if (draft.text === begun.current && draft.text === draft.base) return undefined;
    const timer = setTimeout(() => play(check), pause);
    return () => clearTimeout(timer);
  }, [draft.text]);

  const take = (): void => {
    const element = field.current;
    if (element) play((turn) => type(turn, element.value, element.selectionStart, element.selectionEnd));
  };
  return (
    <div class="editor">
      <div class="mirror" dir="auto" aria-hidden="true">
        {segments(draft.text, unsupported).map(({ text, range }) =>
          range === undefined ? text : <span class="unsupported">{text}</span>,
        )}
        {'\u200b'}
      </div>
      <textarea
        id="editor"
        ref={field}
        aria-label={label}
        dir="auto"
        value={draft.text}
        spellcheck
        rows={1}
        onInput={take}
        onSelect={take}
        onKeyUp={take}
        onPointerUp={take}
        onKeyDown={(event) =>
          keys(
            event,
            () => play(keepEdit),
            () => play(dropEdit),
          )
        }
      />
    </div>
  );
}

/** In the field keys type. The workbench would take Ctrl+Z for the document: typing is undone here. */
function keys(event: KeyboardEvent, keep: () => void, drop: () => void): void {
  if (event.isComposing) return;
  const command = event.ctrlKey || event.metaKey;
  if (event.key === 'Enter' && command) keep();
  else if (event.key === 'Escape') drop();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/** Below the text while it is edited: how to end, and what someone else did meanwhile. */
export function EditorFoot({ draft }: { draft: Draft }) {
  const { play } = usePage();
  const control = onMac() ? '⌘Enter' : 'Ctrl+Enter';
  return (
    <div class="editor-foot">
      {draft.theirs !== undefined && (
        <div class="theirs" role="alert">
          <p>{t('This text was changed meanwhile. Now it is:')}</p>
          <blockquote dir="auto">
            <Pieces value={draft.theirs.slice(0, 2000)} />
          </blockquote>
          <div class="buttons">
            <Button label={t('Go on with mine')} onClick={() => play((turn) => resolveDraft(turn, true))} />
            <Button label={t('Take this one')} onClick={() => play((turn) => resolveDraft(turn, false))} />
          </div>
        </div>
      )}
      <div class="buttons">
        <Button kind="primary" label={t('Keep')} keyName={control} onClick={() => play(keepEdit)} />
        <Button
          label={draft.armed ? t('Really drop') : t('Drop')}
          keyName="Esc"
          onClick={() => play(dropEdit)}
        />
        {draft.armed && <span class="hint">{t('Escape again drops what you typed')}</span>}
      </div>
    </div>
  );
}
