import * as z from 'zod/mini';
import type { Outcome, Problem } from '../outcome.js';
import { fail, ok } from '../outcome.js';
import { providers } from '../providers/index.js';
import type { Settings } from './rows.js';

const whole = (min: number) => z.optional(z.int().check(z.minimum(min)));
const number = (min: number, max: number) => z.optional(z.number().check(z.minimum(min), z.maximum(max)));

/** Who is asked and how. What a profile does not say is as the provider has it, not as the other settings do. */
export const profileShape = z.strictObject({
  provider: z.enum(providers.map(({ id }) => id) as [string, ...string[]]),
  model: z.optional(z.string()),
  baseUrl: z.optional(z.string()),
  temperature: number(0, 2),
  topP: number(0, 1),
  topK: whole(0),
  maxTokens: whole(1),
  repeatPenalty: number(0, Number.MAX_VALUE),
  numPredict: whole(-2),
  stop: z.optional(z.array(z.string())),
  seed: z.optional(z.int()),
  keepAlive: z.optional(z.string()),
  concurrency: z.optional(z.int().check(z.minimum(1), z.maximum(1024))),
  requestsPerMinute: whole(1),
  tokensPerMinute: whole(1),
});

/** Who a run asks. */
export interface Setups {
  /** One result of each chunk from each of them; the first where nobody says otherwise. */
  readonly used: readonly [Settings, ...Settings[]];
  /** Their profiles' names; none where there is no profile. */
  readonly names: readonly string[];
  /** Whom to turn to, in this order, where one of them does not answer. */
  readonly fallbacks: readonly Settings[];
}

/**
 * The settings with those of each profile that is used in their place.
 * @param nameOf for messages: the setting that names a profile which is not there
 */
export function setupsOf(
  settings: Settings,
  nameOf?: (setting: 'useProfiles' | 'fallbacks') => string,
): Outcome<Setups, Problem<'setting'>> {
  const used: Settings[] = [];
  const fallbacks: Settings[] = [];
  const names = namesIn(settings.useProfiles);
  for (const [setting, list, own] of [
    ['useProfiles', used, names],
    ['fallbacks', fallbacks, namesIn(settings.fallbacks)],
  ] as const) {
    for (const name of own) {
      const one = withProfile(settings, name);
      if (!one.ok) {
        const { code, message } = one.error;
        return fail({ code, message: nameOf ? `${nameOf(setting)}: ${message}` : message });
      }
      list.push(one.value);
    }
  }
  const [first = settings, ...others] = used;
  return ok({ used: [first, ...others], names, fallbacks });
}

/** Each name once. */
const namesIn = (texts: readonly string[]): string[] => {
  const names = texts.flatMap((text) => text.split(',')).map((text) => text.trim());
  return [...new Set(names.filter((name) => name !== ''))];
};

function withProfile(settings: Settings, name: string): Outcome<Settings, Problem<'setting'>> {
  const { profiles } = settings;
  const profile = Object.hasOwn(profiles, name) ? profiles[name] : undefined;
  if (profile === undefined) {
    const known = Object.keys(profiles).join(', ');
    const message = `There is no profile ${name}. ${known === '' ? 'The setting profiles holds none.' : `The setting profiles has ${known}.`}`;
    return fail({ code: 'setting', message });
  }
  const own = {
    model: profile.model,
    baseUrl: profile.baseUrl,
    temperature: profile.temperature,
    topP: profile.topP,
    topK: profile.topK,
    maxTokens: profile.maxTokens,
    repeatPenalty: profile.repeatPenalty,
    numPredict: profile.numPredict,
    stop: profile.stop,
    seed: profile.seed,
    keepAlive: profile.keepAlive,
    concurrency: profile.concurrency,
    requestsPerMinute: profile.requestsPerMinute,
    tokensPerMinute: profile.tokensPerMinute,
  };
  return ok({ ...settings, ...own, provider: profile.provider });
}
