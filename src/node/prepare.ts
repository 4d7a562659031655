import { resolve } from 'node:path';
import { loadMeasure } from '../core/tokens.js';
import type { ChunkOptions } from '../core/chunks/index.js';
import type { LaneSetup, PlanRequest } from '../core/generate.js';
import type { Outcome, Problem } from '../core/outcome.js';
import { ok } from '../core/outcome.js';
import type { Secrets } from '../core/ports.js';
import { oneHostEach } from '../core/providers/keys.js';
import type { Steering } from '../core/providers/index.js';
import type { QaSettings } from '../core/recipes/index.js';
import { qa } from '../core/recipes/index.js';
import { setupsOf } from '../core/settings/index.js';
import type { Settings } from '../core/settings/index.js';
import { Budget } from '../core/spend/budget.js';
import { openWithFallbacks, whatIsAsked } from './open.js';
import type { Opened, OpenOptions } from './open.js';
import { nodeHash } from './ports.js';
import { readPromptFile } from './promptFile.js';

/** What a run needs besides the plan's own choices, made from the settings. */
export interface Prepared extends LaneSetup {
  readonly steering: Steering;
  /** Where the requests go; undefined: to the provider's own host. */
  readonly baseUrl: string | undefined;
  /** For the request's other targets. */
  readonly others: readonly LaneSetup[];
  /** Profiles that are not asked, as another one that is asked says the same. */
  readonly same: readonly SameProfile[];
  /** What the run may spend, and has spent. */
  readonly budget: Budget;
  /** All of a plan's request that the settings decide. */
  readonly request: Omit<PlanRequest<QaSettings>, 'documents' | 'dataset' | 'isGone'>;
}

/** A profile that asks the same model at the same address with the same sampling as another one before it. */
export interface SameProfile {
  readonly name: string;
  readonly as: string;
}

interface PrepareOptions extends OpenOptions {
  /** What an earlier part of the run has spent of its budget. */
  readonly spent?: Budget['spent'] | undefined;
}

/**
 * Makes the providers, the chunking and the recipe's settings that the settings ask for. Sends nothing yet.
 * @param secrets the environment; which of its keys go along depends on where they go to
 * @param folder what a relative prompt file is relative to
 */
export async function prepare(
  settings: Settings,
  secrets: Secrets,
  folder: string,
  options: PrepareOptions = {},
): Promise<Outcome<Prepared, Problem>> {
  const setups = setupsOf(settings);
  if (!setups.ok) return setups;
  const recipe = await recipeSettings(settings, folder);
  if (!recipe.ok) return recipe;
  const budget = budgetOf(settings, options.spent);
  const context = { ...options, secrets, budget };
  const opened: Opened[] = [];
  const same: SameProfile[] = [];
  const { used, names, fallbacks } = setups.value;
  const askedAs = new Map<string, string>();
  for (const [place, setup] of used.entries()) {
    const one = await openWithFallbacks(setup, fallbacks, context);
    if (!one.ok) return one;
    const name = names[place] ?? '';
    const asks = whatIsAsked(one.value.target);
    const as = askedAs.get(asks);
    if (as === undefined) opened.push(one.value);
    else same.push({ name, as });
    askedAs.set(asks, as ?? name);
  }
  const hosts = oneHostEach(opened.flatMap(({ keys }) => keys));
  if (!hosts.ok) return hosts;
  const [first, ...others] = opened as [Opened, ...Opened[]];
  return ok({
    ...first.lane,
    baseUrl: first.baseUrl,
    others: others.map(({ lane }) => lane),
    same,
    budget,
    request: {
      recipe: qa,
      settings: recipe.value,
      ...first.target,
      others: others.length === 0 ? undefined : others.map(({ target }) => target),
      chunking: await chunkOptions(settings),
      seed: settings.seed,
      hash: nodeHash,
    },
  });
}

const budgetOf = (
  { budget, budgetTokens, budgetRequests }: Settings,
  spent: Budget['spent'] | undefined,
): Budget => new Budget({ cost: budget, tokens: budgetTokens, requests: budgetRequests }, spent);

/** The chunking that the settings ask for, with its tokenizer loaded where it counts tokens. */
export async function chunkOptions(settings: Settings): Promise<ChunkOptions> {
  const { chunkSize: size, overlap, chunkUnit: unit } = settings;
  return { size, overlap, unit, measure: unit === 'tokens' ? await loadMeasure() : undefined };
}

async function recipeSettings(settings: Settings, folder: string): Promise<Outcome<QaSettings, Problem>> {
  const { pairsPerChunk, questionTypes, language, systemMessage, extraInstructions } = settings;
  const template =
    settings.promptFile === undefined
      ? ok(undefined)
      : await readPromptFile(resolve(folder, settings.promptFile));
  if (!template.ok) return template;
  return ok({
    pairsPerChunk,
    questionTypes,
    language,
    systemMessage,
    extraInstructions,
    template: template.value,
  });
}
