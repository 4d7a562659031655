import type { Action } from '../../protocol.js';
import { selectedRow } from '../store/rows.js';
import { blocked } from '../store/state.js';
import { plain } from '../text/visible.js';
import { t } from '../t.js';
import { Button, keyOf } from './Button.js';
import type { IconName } from './icons.js';
import { actionName } from './names.js';
import { usePage } from './page.js';
import { Stars } from './Stars.js';

/** What can be done with the pair, each with its key. */
export function Bar() {
  const { state, act } = usePage();
  const row = selectedRow(state);
  const status = row?.kind === 'pair' ? row.status : undefined;
  const off = blocked(state);
  const button = (action: Action, icon: IconName, label: string, more: object = {}) => (
    <Button
      icon={icon}
      label={label}
      keyName={keyOf(state.keys, action)}
      disabled={off}
      onClick={() => act(action)}
      {...more}
    />
  );
  const { undo, redo } = state.view ?? {};
  const hint = (text: string | undefined) => (text ? { hint: plain(text).slice(0, 200) } : {});
  return (
    <div class="actions" role="toolbar" aria-label={t('Actions')}>
      {button('accept', 'check', actionName('accept'), { kind: 'primary', pressed: status === 'accepted' })}
      {button('reject', 'close', actionName('reject'), { pressed: status === 'rejected' })}
      {button('edit', 'edit', t('Edit'))}
      {row?.kind === 'pair' && <Stars rating={row.rating} />}
      <span class="push" />
      {button('reset', 'circle-large', actionName('reset'), {
        kind: 'icon',
        class: 'reset',
        disabled: off || status === 'new',
      })}
      {button('undo', 'discard', actionName('undo'), { kind: 'icon', disabled: off || !undo, ...hint(undo) })}
      {button('redo', 'redo', actionName('redo'), { kind: 'icon', disabled: off || !redo, ...hint(redo) })}
    </div>
  );
}
