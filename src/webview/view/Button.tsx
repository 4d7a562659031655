import type { Action } from '../../protocol.js';
import { keyLabel } from '../keys/keys.js';
import type { KeyMap } from '../keys/keys.js';
import { Icon } from './icons.js';
import type { IconName } from './icons.js';

export const onMac = (): boolean => navigator.userAgent.includes('Mac');

/** The first key of an action for people; empty where it has none. */
export const keyOf = (keys: KeyMap, action: Action): string => {
  const key = keys.keys[action][0];
  return key === undefined ? '' : keyLabel(key, onMac());
};

interface Props {
  icon?: IconName;
  label: string;
  onClick: () => void;
  /** The key that does the same. */
  keyName?: string;
  kind?: 'primary' | 'secondary' | 'icon' | 'link';
  pressed?: boolean;
  disabled?: boolean;
  /** What the tooltip says beside the label. */
  hint?: string;
  class?: string;
}

/** A button with its key. Its name stays the label alone; the key is in the tooltip and, where there is room, shown. */
export function Button({
  icon,
  label,
  onClick,
  keyName,
  kind = 'secondary',
  pressed,
  disabled,
  hint,
  ...rest
}: Props) {
  const title = [label, keyName && `(${keyName})`, hint && `– ${hint}`].filter(Boolean).join(' ');
  return (
    <button
      type="button"
      class={`button ${kind}${rest.class ? ` ${rest.class}` : ''}`}
      onClick={onClick}
      title={title}
      {...(kind === 'icon' ? { 'aria-label': label } : {})}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      disabled={disabled ?? false}
    >
      {icon && <Icon name={icon} />}
      {kind !== 'icon' && <span class="label">{label}</span>}
      {kind !== 'icon' && keyName && <kbd aria-hidden="true">{keyName}</kbd>}
    </button>
  );
}
