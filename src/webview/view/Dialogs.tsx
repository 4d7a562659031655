import { useState } from 'preact/hooks';
import { closeOverlay } from '../store/act.js';
import { setNote, setShown, setTags } from '../store/decide.js';
import { selectedDetail, selectedRow } from '../store/rows.js';
import { t } from '../t.js';
import { Button, onMac } from './Button.js';
import { Dialog } from './Dialog.js';
import { FilterMenu } from './FilterMenu.js';
import { Help } from './Help.js';
import { usePage } from './page.js';

/** What lies over the page: asked for by a key, gone with Escape, the focus kept within. */
export function Dialogs() {
  const { overlay } = usePage().state;
  if (overlay === undefined) return null;
  return { help: <Help />, filter: <FilterMenu />, tag: <Tags />, note: <Note />, confirm: <Confirm /> }[
    overlay.kind
  ];
}

function Tags() {
  const { state, play } = usePage();
  const row = selectedRow(state);
  const [text, setText] = useState(row?.kind === 'pair' ? row.tags.join(', ') : '');
  return (
    <Dialog name={t('Tags')} kind="quick">
      <h2>{t('Tags')}</h2>
      <input
        class="quick-field"
        type="text"
        autofocus
        value={text}
        aria-label={t('Tags')}
        placeholder={t('Tags, with commas between')}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.isComposing) return;
          event.preventDefault();
          play((turn) => setTags(turn, text.split(',')));
        }}
      />
      <p class="hint">{t('Enter keeps, Escape leaves them as they are. Commas separate tags.')}</p>
    </Dialog>
  );
}

function Note() {
  const { state, play } = usePage();
  const detail = selectedDetail(state);
  const [text, setText] = useState(detail?.kind === 'pair' ? (detail.note ?? '') : '');
  return (
    <Dialog name={t('Note')} kind="quick">
      <h2>{t('Note')}</h2>
      <textarea
        class="quick-field"
        rows={4}
        autofocus
        dir="auto"
        value={text}
        aria-label={t('Note')}
        placeholder={t('A note to yourself: it is not exported')}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.isComposing || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          play((turn) => setNote(turn, text));
        }}
      />
      <div class="buttons">
        <Button
          kind="primary"
          label={t('Keep')}
          keyName={onMac() ? '⌘Enter' : 'Ctrl+Enter'}
          onClick={() => play((turn) => setNote(turn, text))}
        />
        <Button label={t('Cancel')} keyName="Esc" onClick={() => play(closeOverlay)} />
      </div>
    </Dialog>
  );
}

function Confirm() {
  const { state, play } = usePage();
  const { overlay } = state;
  if (overlay?.kind !== 'confirm') return null;
  const { pairs, status } = overlay;
  const accept = status === 'accepted';
  const question = accept
    ? pairs === 1
      ? t('Accept the one pair shown?')
      : t('Accept all {0} pairs shown?', pairs)
    : pairs === 1
      ? t('Reject the one pair shown?')
      : t('Reject all {0} pairs shown?', pairs);
  return (
    <Dialog name={question} kind="quick">
      <h2>{question}</h2>
      <p>{t('Whatever was decided about them before is replaced. Undo takes it back in one step.')}</p>
      <div class="buttons">
        <Button
          kind="primary"
          label={accept ? t('Accept all') : t('Reject all')}
          onClick={() => play(setShown)}
        />
        <Button label={t('Cancel')} keyName="Esc" onClick={() => play(closeOverlay)} />
      </div>
    </Dialog>
  );
}
