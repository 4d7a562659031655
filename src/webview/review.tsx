/**
 * The review page. What its document must hold:
 * - `<div id="root"></div>` in the body, then `review.js` as a module script with the nonce; `review.css` in the head.
 *   The font of the icons, `codicon.ttf`, lies beside the style sheet.
 * - Content-Security-Policy: `default-src 'none'; script-src 'nonce-…'; style-src ${cspSource} 'unsafe-inline';
 *   font-src ${cspSource}`. Styles of elements are set through the DOM, so that `'unsafe-inline'` can be left out where
 *   VS Code's own style element is let in by other means. Nothing else is loaded.
 * - `lang` on the `html` element. VS Code adds the theme's variables and the class of the body.
 * It speaks the messages of ../protocol.ts: `ready` first, and waits for `init` and `view`.
 */
import { render } from 'preact';
import { parseToPage } from '../protocol.js';
import type { FromPage } from '../protocol.js';
import './css/review.css';
import { listenToKeys } from './keys/listen.js';
import { tick } from './store/health.js';
import { memoryOf, parseMemory, readMemory, withMemory } from './store/memory.js';
import { receive } from './store/receive.js';
import { initial } from './store/state.js';
import type { State } from './store/state.js';
import { Store } from './store/store.js';
import { setTexts } from './t.js';
import { focusSoon, takeFocus } from './focus.js';
import { App } from './view/App.js';

const code = acquireVsCodeApi();
const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root');

/** The longest that a half-typed text waits until it is kept, in milliseconds: in the page, and with the extension. */
const keepAfter = 80;
const keepOutsideAfter = 500;
let keeping: ReturnType<typeof setTimeout> | undefined;
let keepingOutside: ReturnType<typeof setTimeout> | undefined;
function keepNow(): void {
  clearTimeout(keeping);
  keeping = undefined;
  code.setState(memoryOf(store.state));
  keepingOutside ??= setTimeout(keepOutside, keepOutsideAfter);
}

/** A page that is made anew after a crash has no state; its extension has. */
function keepOutside(): void {
  keepingOutside = undefined;
  if (!remembers) return; // it does not know yet what there is to keep
  const memory = JSON.stringify(memoryOf(store.state));
  if (memory.length <= 2_000_000) send({ type: 'keep', memory });
}

/** Whether this page has a state of its own, or was given one. */
let remembers = code.getState() !== undefined;
function recall(kept: string | undefined): void {
  if (!remembers && kept !== undefined) store.state = withMemory(store.state, parseMemory(kept));
  remembers = true;
}

const fontSize = (): number => Number.parseFloat(getComputedStyle(document.body).fontSize) || 13;

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- VS Code's, not the window's
const send = (message: FromPage): void => code.postMessage(message);
const store = new Store(withMemory(initial(Date.now()), readMemory(code.getState())), {
  now: () => Date.now(),
  send,
  focus: focusSoon,
  copy: (text) => void navigator.clipboard.writeText(text).catch(report),
  remember: () => (keeping ??= setTimeout(keepNow, keepAfter)),
  draw,
});

function draw(state: State): void {
  if (!root) return;
  render(<App state={state} play={store.play} fontSize={fontSize()} />, root);
  takeFocus();
}

function report(error: unknown): void {
  const text = error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error);
  send({ type: 'error', message: text.slice(0, 4000) });
}

addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const message = parseToPage(data);
  if (message === undefined) return report(`Not in the protocol: ${JSON.stringify(data)?.slice(0, 500)}`);
  if (message.type === 'init') {
    setTexts(message.texts);
    recall(message.kept);
  }
  store.play((turn) => receive(turn, message));
});
addEventListener('focus', takeFocus);
addEventListener('error', ({ error }) => report(error));
addEventListener('unhandledrejection', ({ reason }) => report(reason));
addEventListener('pagehide', keepNow);
addEventListener('blur', keepNow);
addEventListener('resize', () => draw(store.state));
document.addEventListener('visibilitychange', keepNow);
setInterval(() => {
  if (!document.hidden) store.play(tick);
}, 500);
listenToKeys(store);
draw(store.state);
send({ type: 'ready' });
