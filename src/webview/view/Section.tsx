import type { ComponentChildren } from 'preact';

/** A part of the detail: a heading that stays, and a body that scrolls within its own place. */
export function Section(props: {
  name: string;
  class: string;
  /** Beside the heading: how it stands. */
  state?: ComponentChildren;
  tools?: ComponentChildren;
  after?: ComponentChildren;
  children: ComponentChildren;
}) {
  return (
    <section class={`section ${props.class}`} aria-label={props.name}>
      <div class="section-head">
        <h2>{props.name}</h2>
        {props.state}
        <div class="tools">{props.tools}</div>
      </div>
      <div class="scroll" tabIndex={0} role="group" aria-label={props.name}>
        {props.children}
      </div>
      {props.after}
    </section>
  );
}
