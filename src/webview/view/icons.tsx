import { icons } from './icon-codes.js';
import type { IconName } from './icon-codes.js';

export type { IconName };

/** An icon says nothing to speech: what it means stands in words beside it, or in `label`. */
export function Icon({ name, label, kind }: { name: IconName; label?: string; kind?: string }) {
  const classes = `icon${kind ? ` ${kind}` : ''}${name === 'loading' ? ' turning' : ''}`;
  const glyph = String.fromCharCode(icons[name]);
  return label === undefined ? (
    <span class={classes} aria-hidden="true">
      {glyph}
    </span>
  ) : (
    <span class={classes} role="img" aria-label={label} title={label}>
      {glyph}
    </span>
  );
}
