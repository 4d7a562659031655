import { access, constants, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import * as vscode from 'vscode';
import { formatVersion } from '../../core/dataset/lines.js';
import type { Outcome, Problem } from '../../core/outcome.js';
import { fail } from '../../core/outcome.js';
import { beginsAsDataset } from '../../node/dataset.js';
import { damageOf } from './model/file-problem.js';
import type { FileProblem } from './model/file-problem.js';
import type { LiveDataset } from './model/live.js';

const { l10n } = vscode;

/** The file's size is looked at so often, in milliseconds: network drives tell no watcher. */
const lookEvery = 1_000;
/** A file that another program is putting in place is waited for so long, in milliseconds, until its size rests. */
const settling = 60;
const settlingRounds = 10;
/** And so many times for one that is not there. */
const missingRounds = 5;

/** Keeps a dataset in step with its file, whoever writes to it, and says what is wrong with the file. */
export class FileFollower {
  readonly #path: string;
  readonly #watcher: vscode.FileSystemWatcher;
  readonly #timer: NodeJS.Timeout;
  #seen: string | undefined;
  #looking: Promise<void> | undefined;
  #again = false;
  #disposed = false;

  constructor(
    private readonly live: LiveDataset,
    uri: vscode.Uri,
  ) {
    this.#path = uri.fsPath;
    const pattern = new vscode.RelativePattern(vscode.Uri.file(dirname(this.#path)), literal(this.#path));
    this.#watcher = vscode.workspace.createFileSystemWatcher(pattern);
    const look = () => void this.look(true);
    this.#watcher.onDidCreate(look);
    this.#watcher.onDidChange(look);
    this.#watcher.onDidDelete(look);
    this.#timer = setInterval(() => void this.look(false), lookEvery);
  }

  /** Says what was wrong from the start. */
  async begin(): Promise<void> {
    this.#seen = await this.#stamp();
    if (this.#seen === undefined) this.live.setProblem(missing(this.#path));
    else this.live.setProblem(await this.#standing());
  }

  /** Reads what is new in the file. One look at a time; events that come meanwhile make one more. */
  look(sure: boolean): Promise<void> {
    if (this.#looking) {
      this.#again ||= sure;
      return this.#looking;
    }
    this.#looking = this.#look(sure).finally(() => {
      this.#looking = undefined;
      if (this.#again && !this.#disposed) {
        this.#again = false;
        void this.look(true);
      }
    });
    return this.#looking;
  }

  /** Starts over from the file that is there now. Resolves with whether that worked. */
  async startOver(): Promise<boolean> {
    await this.#rest();
    const stamp = await this.#stamp();
    if (stamp === undefined) {
      this.live.setProblem(gone(this.#path));
      return false;
    }
    if (!isEmpty(stamp) && !(await beginsAsDataset(this.#path))) {
      this.live.setProblem(foreign(this.#path));
      return false;
    }
    this.live.forget();
    const read = await this.live.dataset.reload();
    this.#seen = stamp;
    if (!read.ok) {
      this.live.setProblem(gone(this.#path));
      return false;
    }
    this.live.setProblem((await this.#standing()) ?? replaced(this.#path));
    return true;
  }

  /** Writes the file anew without what is overtaken. It is not looked at meanwhile: it is ours that takes its place. */
  async tidy(): Promise<Outcome<{ readonly badLinesIn: string | undefined }, Problem>> {
    const { problem, dataset } = this.live;
    if (problem?.blocks) return fail(problem);
    await this.#looking;
    const tidied = dataset.tidy();
    this.#looking = tidied.then(async () => {
      this.#seen = await this.#stamp();
      this.#looking = undefined;
    });
    await this.#looking;
    const done = await tidied;
    if (done.ok) this.live.setProblem(await this.#standing());
    return done;
  }

  dispose(): void {
    this.#disposed = true;
    clearInterval(this.#timer);
    this.#watcher.dispose();
  }

  async #look(sure: boolean): Promise<void> {
    const stamp = await this.#stamp();
    if (this.#disposed || (!sure && stamp === this.#seen)) return;
    const { dataset } = this.live;
    if (stamp === undefined) {
      // What is on screen stays: nothing is read anew, and nothing is written.
      if (this.#seen !== undefined) this.live.setProblem(gone(this.#path));
      this.#seen = undefined;
      return;
    }
    const read = await dataset.catchUp();
    if (this.#disposed) return;
    if (read.ok) {
      this.#seen = stamp;
      const keeps = this.live.problem?.code === 'replaced' || this.live.problem?.code === 'locked';
      this.live.setProblem((await this.#standing()) ?? (keeps ? this.live.problem : undefined));
    } else if (read.error.code === 'replaced') {
      await this.startOver();
    } else if (read.error.code === 'missing') {
      this.live.setProblem(gone(this.#path));
    } else {
      this.live.setProblem({ code: 'io', message: read.error.message, blocks: true, actions: ['reload'] });
    }
  }

  /** What is wrong with a file that was read. */
  async #standing(): Promise<FileProblem | undefined> {
    const { dataset } = this.live;
    if (dataset.version > formatVersion) return newer(this.#path);
    const writable = await access(this.#path, constants.W_OK).then(
      () => true,
      () => false,
    );
    return writable ? damageOf(dataset.report, l10n.t) : readOnly(this.#path);
  }

  /** What tells one state of the file from another; undefined where there is none. */
  async #stamp(): Promise<string | undefined> {
    const stats = await stat(this.#path).catch(() => undefined);
    return stats?.isFile() ? [stats.size, stats.ino, stats.mtimeMs].join(' ') : undefined;
  }

  /** Waits until a file that is being put in place is whole. */
  async #rest(): Promise<void> {
    let before = await this.#stamp();
    for (let round = 0; round < settlingRounds; round++) {
      await new Promise((resolve) => setTimeout(resolve, settling));
      const now = await this.#stamp();
      if (now === undefined ? round >= missingRounds : now === before && !isEmpty(now)) return;
      before = now;
    }
  }
}

const isEmpty = (stamp: string): boolean => stamp.startsWith('0 ');

/** A file's name as a glob that matches it alone. */
const literal = (path: string): string => basename(path).replace(/[[\]{}?*!]/g, '[$&]');

const missing = (path: string): FileProblem => ({
  code: 'missing',
  message: l10n.t('There is no {0} here. It is made when pairs are generated into it.', basename(path)),
  blocks: true,
  actions: ['generate', 'reload'],
});

const gone = (path: string): FileProblem => ({
  code: 'gone',
  message: l10n.t(
    '{0} was deleted. What you see is what was in it; nothing can be changed until it is back.',
    basename(path),
  ),
  blocks: true,
  actions: ['reload'],
});

const replaced = (path: string): FileProblem => ({
  code: 'replaced',
  message: l10n.t(
    '{0} was replaced (by git, say) and has been read anew. What was done before can’t be undone here.',
    basename(path),
  ),
  blocks: false,
  actions: [],
});

const foreign = (path: string): FileProblem => ({
  code: 'foreign',
  message: l10n.t(
    '{0} is no dataset any more: something else was written there. What you see is what was in it.',
    basename(path),
  ),
  blocks: true,
  actions: ['openText', 'reload'],
});

const newer = (path: string): FileProblem => ({
  code: 'newer',
  message: l10n.t(
    '{0} was written by a newer Pairsmith. Update the extension to change anything in it.',
    basename(path),
  ),
  blocks: true,
  actions: [],
});

const readOnly = (path: string): FileProblem => ({
  code: 'read-only',
  message: l10n.t('{0} is read-only. Make it and its folder writable to review.', basename(path)),
  blocks: true,
  actions: ['reload'],
});
