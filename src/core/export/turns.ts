import type { Message } from '../dataset/model.js';
import type { LeaveOut, Loss, RowPair, RowSettings } from './format.js';

export interface Turn {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
  readonly weight?: 0 | 1 | undefined;
  readonly reasoning?: string | undefined;
}

export interface Conversation {
  /** Ends with a user turn. */
  readonly prompt: readonly Turn[];
  readonly completion: Turn;
  readonly lost: readonly Loss[];
}

const blank = (text: string): boolean => text.trim() === '';

/**
 * The turns of a pair as chat formats want them: an optional system message first, user and assistant by turns, the
 * prompt ending with the user, nothing blank. A pair that is otherwise is left out, with the reason.
 */
export function conversation(
  pair: RowPair,
  settings: RowSettings,
): Conversation | { readonly out: LeaveOut } {
  if (blank(pair.completion)) return { out: 'empty-completion' };
  if (pair.prompt.length === 0) return { out: 'no-question' };
  const lost = new Set<Loss>();
  const own = withSystem(pair.prompt, settings.system);
  const prompt: Turn[] = [];
  let before: Turn['role'] | undefined;
  for (const [i, message] of own.entries()) {
    if (message.role === 'tool' || (message.toolCalls?.length ?? 0) > 0) return { out: 'tools' };
    if (blank(message.content)) return { out: 'empty-prompt' };
    if (!follows(message.role, before, i)) return { out: 'turns' };
    if (message.name !== undefined) lost.add('names');
    prompt.push(turn(message.role, message));
    before = message.role;
  }
  if (before === 'system') return { out: 'no-question' };
  if (before !== 'user') return { out: 'turns' };
  const how = settings.reasoning ?? 'none';
  if (how === 'none' && pair.reasoning !== undefined) lost.add('reasoning');
  return { prompt, completion: answer(pair, how), lost: [...lost] };
}

/** The system message first, unless the pair has its own. */
function withSystem(prompt: readonly Message[], system: string | undefined): readonly Message[] {
  if (system === undefined || blank(system) || prompt[0]?.role === 'system') return prompt;
  return [{ role: 'system', content: system }, ...prompt];
}

function follows(role: Turn['role'], before: Turn['role'] | undefined, place: number): boolean {
  if (role === 'system') return place === 0;
  if (role === 'user') return before !== 'user';
  return before === 'user';
}

function turn(role: Turn['role'], { content, weight }: Message): Turn {
  return role === 'assistant' && weight !== undefined ? { role, content, weight } : { role, content };
}

function answer(pair: RowPair, how: 'none' | 'think' | 'field'): Turn {
  const { completion, reasoning } = pair;
  if (reasoning === undefined || blank(reasoning) || how === 'none')
    return { role: 'assistant', content: completion };
  if (how === 'think')
    return { role: 'assistant', content: `<think>\n${reasoning.trim()}\n</think>\n\n${completion}` };
  return { role: 'assistant', content: completion, reasoning };
}

/** A turn as `messages` rows hold it. */
export function asMessage(t: Turn): Record<string, unknown> {
  return {
    role: t.role,
    content: t.content,
    ...(t.weight === undefined ? {} : { weight: t.weight }),
    ...(t.reasoning === undefined ? {} : { reasoning_content: t.reasoning }),
  };
}

/** What is lost where turns have no place for weights and reasoning. */
export function lossesOfPlain(talk: Conversation): Loss[] {
  const lost = [...talk.lost];
  if (talk.prompt.some((t) => t.weight !== undefined)) lost.push('weights');
  if (talk.completion.reasoning !== undefined) lost.push('reasoning');
  return lost;
}
