import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { closeOverlay } from '../store/act.js';
import { t } from '../t.js';
import { Button } from './Button.js';
import { usePage } from './page.js';

/** A box over the page that keeps the focus within; Escape and a click beside it close it. */
export function Dialog({
  name,
  children,
  kind,
}: {
  name: string;
  kind: string;
  children: ComponentChildren;
}) {
  const { play } = usePage();
  const box = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null || element.open) return undefined;
    element.showModal();
    return () => element.close();
  }, []);
  return (
    <dialog
      ref={box}
      class={`dialog ${kind}`}
      aria-label={name}
      onCancel={(event) => {
        event.preventDefault();
        play(closeOverlay);
      }}
      onMouseDown={(event) => {
        if (event.target === box.current) play(closeOverlay);
      }}
    >
      <div class="dialog-body">{children}</div>
    </dialog>
  );
}

export function DialogHead({ name, children }: { name: string; children?: ComponentChildren }) {
  const { play } = usePage();
  return (
    <div class="dialog-head">
      <h2>{name}</h2>
      {children}
      <Button
        kind="icon"
        icon="close"
        class="close"
        label={t('Close')}
        keyName="Esc"
        onClick={() => play(closeOverlay)}
      />
    </div>
  );
}
