import { Component, h } from 'preact';
import type { ComponentChild, FunctionComponent } from 'preact';

/** A component that is drawn anew only when one of its properties is another value. */
export function memo<Props extends object>(draw: (props: Props) => ComponentChild): FunctionComponent<Props> {
  class Kept extends Component<Props> {
    override shouldComponentUpdate(next: Readonly<Props>): boolean {
      const names = new Set([...Object.keys(this.props), ...Object.keys(next)]);
      const value = (props: object, name: string): unknown => Reflect.get(props, name);
      return [...names].some((name) => !Object.is(value(this.props, name), value(next, name)));
    }
    override render(props: Props): ComponentChild {
      return draw(props);
    }
  }
  return (props) => h(Kept as never, props as never);
}
