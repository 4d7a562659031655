import type { Log } from '../../core/ports.js';
import type { RunEvent } from '../../core/generate.js';
import type { PreparedRun } from '../settings/prepareRun.js';
import type { Planned } from './plans.js';
import type { Work } from './work.js';

/** What a run is to do. Neither keys nor texts of documents are ever logged. */
export function logPlan(log: Log, work: Work, prepared: PreparedRun, { plan, skipped }: Planned): void {
  const { request, baseUrl, same } = prepared;
  const { jobs, chunks, present, otherModel, otherSettings, failedBefore, leftOut } = plan.counts;
  const where = baseUrl === undefined ? '' : ` at ${hostOf(baseUrl)}`;
  log.info(
    `${work.title} into ${work.dataset.fsPath}: ${request.provider} ${request.model}${where}. ` +
      `${plan.documents.length} documents, ${chunks} chunks: ${jobs} to do, ${present} done, ${otherModel} by another ` +
      `model, ${otherSettings} with other settings, ${failedBefore} failed before, ${leftOut} beyond the limits.`,
  );
  for (const { name, as } of same) log.info(`Profile ${name} asks the same as ${as}: not asked again.`);
  for (const { message } of skipped) log.warn(message);
  for (const { problem } of plan.unreadable) log.warn(problem.message);
  for (const { path } of plan.gone) log.info(`${path} is gone; its pairs are kept.`);
}

export function logEvent(log: Log, event: RunEvent): void {
  switch (event.type) {
    case 'start':
      return;
    case 'paused':
      return log.warn(`Paused, ${event.notReached} not reached: ${event.problem?.message ?? 'by the user'}`);
    case 'resumed':
      return log.info('Resumed.');
    case 'problem':
      return log.warn(event.problem.message);
    case 'result': {
      const { document, chunk, outcome, result } = event;
      const what = `${document}, chunk ${chunk + 1}: ${outcome}`;
      if (result.failure) log.warn(`${what}: ${result.failure.code}: ${result.failure.message}`);
      else log.debug(`${what}, ${result.pairs.length} pairs, ${result.ms ?? 0} ms`);
      return;
    }
    case 'end': {
      const { planned, done, partial, empty, failed, notReached, pairs, ms, usage } = event.summary;
      log.info(
        `${event.how}: ${planned} planned, ${done} done, ${partial} partial, ${empty} empty, ${failed} failed, ` +
          `${notReached} not reached; ${pairs} pairs in ${ms} ms; tokens ${usage.input ?? '?'} in, ${usage.output ?? '?'} out.`,
      );
    }
  }
}

/** Host and path of an address, without the user, password and query that it may hold. */
export const hostOf = (baseUrl: string): string =>
  baseUrl
    .slice(baseUrl.lastIndexOf('@') + 1)
    .replace(/^https?:\/\//, '')
    .replace(/[?#].*$/s, '');
