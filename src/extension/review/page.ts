import { basename } from 'node:path';
import * as vscode from 'vscode';
import { fail, ok } from '../../core/outcome.js';
import type { Outcome, Problem } from '../../core/outcome.js';
import { noFilter, parseFromPage } from '../../protocol.js';
import type { Action, Filter, PageCommand, ToPage } from '../../protocol.js';
import { pageHtml, pageOptions } from './html.js';
import { BlankSession } from './model/blank.js';
import type { FileProblem } from './model/file-problem.js';
import { ReviewSession } from './model/session.js';
import type { SessionHost } from './model/session.js';
import type { HeldModel } from './models.js';
import { commandOf } from './page-commands.js';
import { readSettings } from './settings.js';
import type { SourceEditors } from './source-editors.js';
import type { Texts } from '../texts.js';
import type { Log } from '../../core/ports.js';

/** What all pages share. */
export interface PageServices {
  readonly extensionUri: vscode.Uri;
  readonly texts: Texts;
  readonly sources: SourceEditors;
  readonly log: Log;
  readonly memory: vscode.Memento;
}

/** Where a page stands. */
export interface PagePlace {
  readonly place: 'editor' | 'panel';
  /** Of the page's editor; undefined in the panel. */
  column(): vscode.ViewColumn | undefined;
  /** Whether somebody may be in it, and not in an editor. */
  inFront(): boolean;
  /** The document that the panel follows. */
  followed?(): vscode.Uri | undefined;
}

/** What a page shows: a dataset, or why it shows none. */
export type Shown =
  | { readonly uri: vscode.Uri; readonly held: HeldModel }
  | { readonly uri: vscode.Uri | undefined; readonly problem: FileProblem };

/** A webview with the review page in it. It shows one dataset at a time. */
export class ReviewPage implements vscode.Disposable {
  #shown: Shown;
  #session: ReviewSession | BlankSession;
  #began = false;
  readonly #subscription: vscode.Disposable;

  constructor(
    private readonly webview: vscode.Webview,
    private readonly where: PagePlace,
    private readonly services: PageServices,
    shown: Shown,
    filter: Filter = noFilter,
  ) {
    this.#shown = shown;
    this.#session = this.#begin(shown, filter);
    webview.options = pageOptions(services.extensionUri);
    this.#subscription = webview.onDidReceiveMessage((data: unknown) => void this.#receive(data));
    webview.html = pageHtml(webview, services.extensionUri);
  }

  get dataset(): vscode.Uri | undefined {
    return this.#shown.uri;
  }

  /** Shows another dataset, or the same one by another filter. */
  show(shown: Shown, filter: Filter): void {
    this.#session.dispose();
    if ('held' in this.#shown) this.#shown.held.dispose();
    this.#shown = shown;
    this.#session = this.#begin(shown, filter);
    if (this.#began) void this.#session.receive({ type: 'ready' });
  }

  setFilter(filter: Filter): void {
    if (this.#session instanceof ReviewSession) void this.#session.setFilter(filter);
  }

  get filter(): Filter {
    return this.#session instanceof ReviewSession ? this.#session.filter : noFilter;
  }

  act(action: Action): void {
    this.#post({ type: 'act', action });
  }

  async reveal(pair: string): Promise<void> {
    if (this.#session instanceof ReviewSession) await this.#session.reveal(pair);
  }

  /** For when the settings or the trust in the folder have changed. */
  refresh(): void {
    if (this.#began) this.#session.refresh();
  }

  /** For when a document of the dataset has changed. */
  touch(path: string): void {
    if (this.#session instanceof ReviewSession) this.#session.touch(path);
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#session.dispose();
    if ('held' in this.#shown) this.#shown.held.dispose();
  }

  /** A page that is hidden gets nothing: it asks for all anew when it comes back. */
  #post(message: ToPage): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a webview's has no such argument
    void this.webview.postMessage(message);
  }

  get #memoryKey(): string {
    return `pairsmith.review.${this.where.place} ${this.#shown.uri?.toString() ?? ''}`;
  }

  async #receive(data: unknown): Promise<void> {
    const message = parseFromPage(data);
    if (!message) {
      this.services.log.warn(`The review page sent what is not in the protocol: ${excerpt(data)}`);
      return;
    }
    if (message.type === 'ready') this.#began = true;
    try {
      if (message.type === 'keep') return await this.services.memory.update(this.#memoryKey, message.memory);
      await this.#session.receive(message);
    } catch (error) {
      this.services.log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
  }

  #begin(shown: Shown, filter: Filter): ReviewSession | BlankSession {
    const host = this.#host(shown);
    return 'held' in shown
      ? new ReviewSession(shown.held.model, host, filter)
      : new BlankSession(host, shown.problem);
  }

  #host(shown: Shown): SessionHost {
    const { log, sources } = this.services;
    return {
      post: (message) => this.#post(message),
      follows: this.where.place === 'panel',
      init: () => {
        const { advance, autoReveal, keys } = readSettings((message) => log.warn(message));
        return {
          name: shown.uri ? nameOf(shown.uri) : '',
          path: shown.uri ? vscode.workspace.asRelativePath(shown.uri) : '',
          place: this.where.place,
          trusted: vscode.workspace.isTrusted,
          texts: { ...vscode.l10n.bundle },
          keys,
          options: { advance, autoReveal },
          kept: this.services.memory.get<string>(this.#memoryKey),
        };
      },
      show: (pair, source, span, focus) => {
        if (!('held' in shown)) return;
        const { dataset } = shown.held;
        const opens = focus || this.where.inFront();
        void sources.show({ dataset, pair, source, span, focus, opens, page: this.where.column() });
      },
      command: (command, id) => void this.#command(shown, command, id),
      retry: (results) => retry(shown.uri, results),
      warn: (message) => void vscode.window.showWarningMessage(message),
      log: (message) => log.warn(message),
    };
  }

  async #command(shown: Shown, command: PageCommand, id: string | undefined): Promise<void> {
    if (command === 'reload') {
      if ('held' in shown) await shown.held.dataset.reload();
      else await this.reopen();
      this.refresh();
      return;
    }
    if (command === 'tidy' && 'held' in shown) return tidy(shown.held);
    const document = this.#documentOf(shown, id);
    const call = commandOf(command, { dataset: shown.uri, document });
    if (!call) return;
    const ran = await run(call);
    if (!ran.ok) void vscode.window.showErrorMessage(ran.error.message);
  }

  /** Tries again to open what could not be opened. Set by who opened it. */
  reopen: () => Promise<void> = () => Promise.resolve();

  #documentOf(shown: Shown, id: string | undefined): vscode.Uri | undefined {
    const row = id ?? this.#session.selected;
    if ('held' in shown && row !== undefined) {
      const path = shown.held.model.entry(row)?.document;
      if (path) return this.services.texts.uriOf(shown.uri, path);
    }
    return this.where.followed?.() ?? lastSource();
  }
}

/** The document that a person has in view, where the page itself is in front. */
function lastSource(): vscode.Uri | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const editor = [activeTextEditor, ...visibleTextEditors].find(
    (each) => each?.document.uri.scheme === 'file' || each?.document.uri.scheme === 'untitled',
  );
  return editor?.document.uri;
}

async function tidy({ dataset }: HeldModel): Promise<void> {
  const tidied = await dataset.tidy();
  const { window, l10n } = vscode;
  if (!tidied.ok) void window.showErrorMessage(tidied.error.message);
  else if (tidied.value.badLinesIn === undefined)
    void window.showInformationMessage(l10n.t('The dataset is tidy.'));
  else {
    const file = basename(tidied.value.badLinesIn);
    void window.showInformationMessage(
      l10n.t('The dataset is tidy. The lines that can’t be read are in {0}.', file),
    );
  }
}

async function retry(
  dataset: vscode.Uri | undefined,
  results: readonly string[],
): Promise<Outcome<void, Problem>> {
  if (!dataset) return fail({ code: 'no-dataset', message: 'There is no dataset.' });
  return run(['pairsmith.retryFailures', dataset, [...results]]);
}

/** A command that fails tells so itself, or throws: that is told where it was asked for. */
async function run([command, ...args]: [string, ...unknown[]]): Promise<Outcome<void, Problem>> {
  try {
    await vscode.commands.executeCommand(command, ...args);
    return ok(undefined);
  } catch (error) {
    return fail({ code: 'command', message: error instanceof Error ? error.message : String(error) });
  }
}

const nameOf = (uri: vscode.Uri): string => basename(uri.path);

const excerpt = (data: unknown): string => {
  try {
    return JSON.stringify(data)?.slice(0, 300) ?? String(data);
  } catch {
    return 'something that is no JSON';
  }
};
