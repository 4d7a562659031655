/** The codicons that the page uses, by the code points of @vscode/codicons (a test compares them). */
export const icons = {
  add: 0xea60,
  check: 0xeab2,
  'check-all': 0xebb1,
  'chevron-down': 0xeab4,
  'circle-large': 0xebb5,
  close: 0xea76,
  'color-mode': 0xeac6,
  copy: 0xebcc,
  'debug-disconnect': 0xead0,
  diff: 0xeae1,
  discard: 0xeae2,
  edit: 0xea73,
  error: 0xea87,
  'file-text': 0xec5e,
  filter: 0xeaf1,
  'go-to-file': 0xea94,
  history: 0xea82,
  info: 0xea74,
  loading: 0xeb19,
  lock: 0xea75,
  note: 0xeb26,
  pass: 0xeba4,
  question: 0xeb32,
  redo: 0xebb0,
  refresh: 0xeb37,
  search: 0xea6d,
  shield: 0xeb53,
  sparkle: 0xec10,
  'star-empty': 0xea6a,
  'star-full': 0xeb59,
  'stop-circle': 0xeba5,
  tag: 0xea66,
  warning: 0xea6c,
} as const;
export type IconName = keyof typeof icons;

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
