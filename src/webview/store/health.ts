/** Whether the extension still answers. Its host may die and leave the page standing, looking alive. */
import { t } from '../t.js';
import { askAgain } from './rows.js';
import { giveUp } from './select.js';
import type { Turn } from './turn.js';

/** Milliseconds between pings while the page is seen. */
const every = 5000;
/** Milliseconds without an answer after which a request is doubted, and after which the extension counts as silent. */
const doubtful = 1000;
const silence = 3000;

/** Called about twice a second while the page is seen. */
export function tick(turn: Turn): void {
  giveUp(turn);
  if (!turn.state.health.silent) askAgain(turn);
  const { now, state } = turn;
  // After sleep, or while timers were held back, nothing can be told from how long it took.
  const slept = now - state.health.ticked > silence;
  const health = { ...state.health, ticked: now };
  if (slept && health.ping) health.ping = { ...health.ping, at: now };
  turn.set({ health });
  if (slept) turn.set({ pending: state.pending.map((pending) => ({ ...pending, at: now })) });
  const { heard, ping, pinged } = health;
  const waits = [...turn.state.pending, ...(ping ? [ping] : [])].filter(({ at }) => at >= heard);
  const oldest = Math.min(now, ...waits.map(({ at }) => at));
  if (!health.silent && now - oldest >= silence) {
    turn.set({ health: { ...health, silent: true }, queue: [] });
    turn.clear('opening');
  }
  const urge = now - oldest >= doubtful ? doubtful : every;
  if (now - pinged >= urge) {
    const request = turn.number();
    turn.send({ type: 'ping', request });
    turn.set({ health: { ...turn.state.health, pinged: now, ping: ping ?? { request, at: now } } });
  }
}

/** Anything from the extension shows that it is there. After a silence all is asked for anew. */
export function hear(turn: Turn): void {
  const { silent } = turn.state.health;
  const { ping: _ping, ...health } = turn.state.health;
  turn.set({ health: { ...health, heard: turn.now, silent: false } });
  if (!silent) return;
  const lost = turn.state.pending.filter(({ set }) => set !== undefined);
  turn.set({ pending: [], queue: [], asked: new Map() });
  turn.send({ type: 'ready' });
  const pair = lost.at(-1)?.pair;
  if (lost.length > 0) {
    turn.notify({
      kind: 'warning',
      text: t('Pairsmith is back. Your last decision was not confirmed: please look at it again.'),
      ...(pair === undefined ? {} : { pair }),
    });
  }
  turn.say(t('Pairsmith is back'));
}
