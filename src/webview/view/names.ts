/** The words of the model, for people. */
import type { QuestionType, Status, Verdict } from '../../core/dataset/model.js';
import type { Action, Filter, PageCommand } from '../../protocol.js';
import type { Deed } from '../store/state.js';
import { t } from '../t.js';
import type { IconName } from './icons.js';

export const statusName = (status: Status): string =>
  ({ new: t('New'), accepted: t('Accepted'), rejected: t('Rejected') })[status];

export const statusIcon: Readonly<Record<Status, IconName>> = {
  new: 'circle-large',
  accepted: 'check',
  rejected: 'close',
};

export const verdictName = (verdict: Verdict): string =>
  ({
    supported: t('Supported'),
    partly: t('Partly supported'),
    unsupported: t('Unsupported'),
    unchecked: t('Unchecked'),
  })[verdict];

export const verdictIcon: Readonly<Record<Verdict, IconName>> = {
  supported: 'pass',
  partly: 'color-mode',
  unsupported: 'warning',
  unchecked: 'question',
};

export const onlyName = (only: NonNullable<Filter['only']>): string =>
  ({ stale: t('Stale'), failed: t('Failed'), edited: t('Edited') })[only];

export const typeName = (type: QuestionType): string =>
  ({
    factual: t('factual'),
    analytical: t('analytical'),
    explanatory: t('explanatory'),
    inferential: t('inferential'),
  })[type];

export const deedIcon: Readonly<Record<Deed, IconName>> = {
  accepted: 'check',
  rejected: 'close',
  new: 'circle-large',
  edited: 'edit',
  rated: 'star-full',
  tagged: 'tag',
  noted: 'note',
};

export const deedName = (deed: Deed): string =>
  ({
    accepted: t('Accepted'),
    rejected: t('Rejected'),
    new: t('Back to new'),
    edited: t('Edited'),
    rated: t('Rated'),
    tagged: t('Tagged'),
    noted: t('Note'),
  })[deed];

export const actionName = (action: Action): string =>
  ({
    next: t('Next'),
    previous: t('Previous'),
    nextPage: t('Page down'),
    previousPage: t('Page up'),
    first: t('First'),
    last: t('Last'),
    accept: t('Accept'),
    reject: t('Reject'),
    reset: t('Back to new'),
    edit: t('Edit the answer'),
    editQuestion: t('Edit the question'),
    rate1: t('Rate 1 of 5'),
    rate2: t('Rate 2 of 5'),
    rate3: t('Rate 3 of 5'),
    rate4: t('Rate 4 of 5'),
    rate5: t('Rate 5 of 5'),
    unrate: t('Take the rating away'),
    tag: t('Tags'),
    note: t('Note'),
    undo: t('Undo'),
    redo: t('Redo'),
    evidence: t('Show the evidence in the source'),
    goToEvidence: t('Go to the evidence'),
    chunk: t('Show the whole chunk'),
    original: t('What was changed'),
    copy: t('Copy question and answer'),
    retry: t('Retry what failed'),
    retryAll: t('Retry all that failed'),
    keepStale: t('Keep a stale pair as it is'),
    refreshStale: t('Generate anew where it is stale'),
    search: t('Search'),
    filter: t('Filters'),
    doubtful: t('Doubtful first'),
    focus: t('Hide the list'),
    buttons: t('To the buttons of the run and of messages'),
    acceptShown: t('Accept all shown'),
    rejectShown: t('Reject all shown'),
    help: t('Keys'),
  })[action];

export const commandName = (command: PageCommand): string =>
  ({
    generate: t('Generate'),
    stop: t('Stop'),
    resume: t('Resume'),
    export: t('Export'),
    openText: t('Open as text'),
    openSource: t('Open the document'),
    refreshDocument: t('Refresh'),
    keepStale: t('Keep'),
    showLog: t('Show log'),
    manageTrust: t('Manage trust'),
    keySettings: t('Change keys'),
    reload: t('Reload'),
    tidy: t('Tidy'),
    dismissSummary: t('Dismiss'),
    chooseModel: t('Choose a Model'),
  })[command];

/** The last part of a path: what fits into a row. */
export const fileName = (path: string): string => path.split(/[/\\]/).at(-1) || path;

/** The heading nearest to the text: those above it are the same from row to row. */
export const lastHeading = (path: string): string => path.split(/ [›>] /).at(-1) || path;
