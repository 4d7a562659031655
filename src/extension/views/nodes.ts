import type { Uri } from 'vscode';
import type { ActiveRun } from '../generation/activeRun.js';
import type { FailedChunk, FailureGroup } from './failureGroups.js';
import type { PastRun } from './pastRuns.js';
import type { RunDetail } from './runDetails.js';

/** A row of a tree view. Commands that are called with one work on its dataset. */
export class DatasetNode {
  constructor(readonly dataset: Uri) {}
}

export class RunNode extends DatasetNode {
  constructor(readonly run: ActiveRun) {
    super(run.work.dataset);
  }
}

/** One thing to know of a run. */
export class RunDetailNode extends DatasetNode {
  constructor(
    readonly run: ActiveRun,
    readonly detail: RunDetail,
  ) {
    super(run.work.dataset);
  }
}

/** A run that has ended in another window, or on the command line. */
export class PastRunNode extends DatasetNode {
  constructor(
    dataset: Uri,
    readonly past: PastRun,
  ) {
    super(dataset);
  }
}

/** Stands for past runs that are too many to list. */
export class MoreRunsNode extends DatasetNode {
  constructor(
    dataset: Uri,
    readonly count: number,
  ) {
    super(dataset);
  }
}

/** What failed for one reason. */
export class FailureGroupNode extends DatasetNode {
  constructor(
    dataset: Uri,
    readonly group: FailureGroup,
  ) {
    super(dataset);
  }
}

export class FailureNode extends DatasetNode {
  constructor(
    dataset: Uri,
    readonly failed: FailedChunk,
  ) {
    super(dataset);
  }
}

/** Stands for those of a group that are too many to list. */
export class MoreFailuresNode extends DatasetNode {
  constructor(
    dataset: Uri,
    readonly group: FailureGroup,
    readonly count: number,
  ) {
    super(dataset);
  }
}
