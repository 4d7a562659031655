import * as vscode from 'vscode';
import type { PairId, Range } from '../../core/dataset/model.js';
import type { OpenDataset } from '../datasets.js';
import type { CurrentText, Texts } from '../texts.js';
import { passageNow, sourceNow, spansNow } from './model/evidence.js';
import { nowTextOf } from './model/places.js';
import { ok } from '../../core/outcome.js';

/** A pair's evidence in one document as it is now. */
export interface EvidenceIn {
  readonly uri: vscode.Uri;
  /** By source of the pair and span of the source, where they stand now. */
  readonly spans: readonly { readonly source: number; readonly span: number; readonly range: vscode.Range }[];
  /** The passages that are most like what is lost. */
  readonly changed: readonly { readonly source: number; readonly range: vscode.Range }[];
}

/** Where a pair's evidence stands now, by document. Documents that can't be read are left out. */
export async function evidenceOf(dataset: OpenDataset, texts: Texts, id: PairId): Promise<EvidenceIn[]> {
  if (!dataset.dataset.pairInfo(id)) return [];
  const pair = await dataset.dataset.pair(id);
  const found = new Map<string, EvidenceIn & { spans: unknown[] }>();
  for (const [number, source] of pair.sources.entries()) {
    let text: CurrentText | undefined;
    const now = await sourceNow(dataset.dataset, source, async (path) => {
      const read = await texts.read(texts.uriOf(dataset.uri, path));
      if (read.ok) text = read.value;
      return read.ok ? ok(nowTextOf(read.value.document)) : read;
    });
    if (!text) continue;
    const current = text;
    const range = (at: Range) => texts.rangeIn(current, at);
    const spans = spansNow(now);
    const passage = passageNow(now, spans);
    const name = current.uri.toString();
    const before = found.get(name) ?? { uri: current.uri, spans: [], changed: [] };
    found.set(name, {
      uri: current.uri,
      spans: [
        ...before.spans,
        ...spans.flatMap(({ at }, span) => (at ? [{ source: number, span, range: range(at) }] : [])),
      ],
      changed: [...before.changed, ...(passage ? [{ source: number, range: range(passage) }] : [])],
    });
  }
  return [...found.values()];
}

/** What to show. */
interface Wanted {
  readonly dataset: OpenDataset;
  readonly pair: PairId;
  readonly source: number;
  readonly span: number | undefined;
  readonly focus: boolean;
  /** Whether a document that is not in view is opened. */
  readonly opens: boolean;
  /** Column of the page, so that a document does not open over it. */
  readonly page: vscode.ViewColumn | undefined;
}

/** Reveals evidence in the editors of the documents, and marks it there. */
export class SourceEditors implements vscode.Disposable {
  readonly #evidence = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.findMatchHighlightBackground'),
    // High contrast themes have no such background, but this border; the others do not have the border.
    border: '1px solid',
    borderColor: new vscode.ThemeColor('contrastActiveBorder'),
    overviewRulerColor: new vscode.ThemeColor('editorOverviewRuler.findMatchForeground'),
    overviewRulerLane: vscode.OverviewRulerLane.Center,
  });
  readonly #changed = vscode.window.createTextEditorDecorationType({
    border: '1px dashed',
    borderColor: new vscode.ThemeColor('editorWarning.foreground'),
    overviewRulerColor: new vscode.ThemeColor('editorOverviewRuler.warningForeground'),
    overviewRulerLane: vscode.OverviewRulerLane.Center,
  });
  readonly #subscriptions: vscode.Disposable[];
  #wanted: Wanted | undefined;
  #shown: { readonly wanted: Wanted; readonly places: readonly EvidenceIn[] } | undefined;
  #working = false;
  /** Where documents were last. */
  #column: vscode.ViewColumn | undefined;

  constructor(
    private readonly texts: Texts,
    private readonly log: (message: string) => void,
  ) {
    this.#subscriptions = [
      this.#evidence,
      this.#changed,
      // Marks vanish with their editor.
      vscode.window.onDidChangeVisibleTextEditors(() => this.#mark()),
    ];
  }

  /** What is marked now, by document. */
  get marked(): readonly EvidenceIn[] {
    return this.#shown?.places ?? [];
  }

  /** Whether a pair's evidence is marked that is one of these; undefined: any of the dataset's. */
  shows(dataset: OpenDataset, pairs: readonly PairId[] | undefined): boolean {
    const wanted = this.#shown?.wanted;
    return wanted?.dataset === dataset && (pairs?.includes(wanted.pair) ?? true);
  }

  /** Shows a piece of evidence. Of calls in a rush, the last one counts. */
  async show(wanted: Wanted): Promise<void> {
    this.#wanted = wanted;
    if (this.#working) return;
    this.#working = true;
    try {
      for (let next = this.#take(); next; next = this.#take()) await this.#show(next);
    } catch (error) {
      this.log(`Could not show the evidence: ${String(error)}`);
    } finally {
      this.#working = false;
    }
  }

  /** Looks again where the marked evidence stands, as its document has changed. */
  async refresh(): Promise<void> {
    const shown = this.#shown;
    if (!shown) return;
    const places = await evidenceOf(shown.wanted.dataset, this.texts, shown.wanted.pair);
    if (this.#shown !== shown) return;
    this.#shown = { wanted: shown.wanted, places };
    this.#mark();
  }

  /** Takes the marks away, of a dataset or of all. */
  clear(dataset?: OpenDataset): void {
    if (dataset && this.#shown?.wanted.dataset !== dataset) return;
    this.#shown = undefined;
    this.#wanted = undefined;
    this.#mark();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #take(): Wanted | undefined {
    const wanted = this.#wanted;
    this.#wanted = undefined;
    return wanted;
  }

  async #show(wanted: Wanted): Promise<void> {
    const places = await evidenceOf(wanted.dataset, this.texts, wanted.pair);
    if (this.#wanted) return; // overtaken
    this.#shown = { wanted, places };
    const target = targetOf(places, wanted);
    if (target) await this.#open(target.uri, target.range, wanted);
    this.#mark();
  }

  async #open(uri: vscode.Uri, range: vscode.Range, { focus, opens, page }: Wanted): Promise<void> {
    const { InCenterIfOutsideViewport } = vscode.TextEditorRevealType;
    let editor = visible(uri);
    if (!editor || focus) {
      const viewColumn = editor?.viewColumn ?? this.#columnFor(page);
      // A review that opens by itself selects a pair as well: it takes no document from under somebody's eyes.
      if (!opens || (!focus && viewColumn === vscode.window.activeTextEditor?.viewColumn)) return;
      const document = await vscode.workspace.openTextDocument(uri);
      editor = await vscode.window.showTextDocument(document, {
        viewColumn,
        preserveFocus: !focus,
        preview: true,
        ...(focus && { selection: new vscode.Range(range.start, range.start) }),
      });
    }
    this.#column = editor.viewColumn ?? this.#column;
    editor.revealRange(range, InCenterIfOutsideViewport);
  }

  /** The column that documents were in, or have an editor in now; never the page's own. */
  #columnFor(page: vscode.ViewColumn | undefined): vscode.ViewColumn {
    const columns = vscode.window.tabGroups.all.map((group) => group.viewColumn);
    const others = columns.filter((column) => column !== page);
    if (this.#column !== undefined && others.includes(this.#column)) return this.#column;
    const editor = vscode.window.visibleTextEditors.find(
      ({ viewColumn }) => viewColumn !== undefined && others.includes(viewColumn),
    );
    return (
      editor?.viewColumn ??
      others[0] ??
      (page === undefined ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside)
    );
  }

  #mark(): void {
    for (const editor of vscode.window.visibleTextEditors) {
      const name = editor.document.uri.toString();
      const place = this.marked.find(({ uri }) => uri.toString() === name);
      editor.setDecorations(this.#evidence, place?.spans.map(({ range }) => range) ?? []);
      editor.setDecorations(this.#changed, place?.changed.map(({ range }) => range) ?? []);
    }
  }
}

/** The place to go to: the span that is asked for, else the first of the source that stands, else what is like it. */
function targetOf(
  places: readonly EvidenceIn[],
  { source, span }: Wanted,
): { uri: vscode.Uri; range: vscode.Range } | undefined {
  const all = places.flatMap(({ uri, spans, changed }) => [
    ...spans.map((each) => ({ uri, ...each })),
    ...changed.map((each) => ({ uri, span: Infinity, ...each })),
  ]);
  const own = all.filter((each) => each.source === source);
  return own.find((each) => each.span === span) ?? own[0] ?? all[0];
}

function visible(uri: vscode.Uri): vscode.TextEditor | undefined {
  const name = uri.toString();
  return vscode.window.visibleTextEditors.find((editor) => editor.document.uri.toString() === name);
}
