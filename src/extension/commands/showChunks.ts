import { basename } from 'node:path';
import { l10n, MarkdownString, Range, ThemeColor, Uri, window, workspace } from 'vscode';
import type { DecorationOptions, Disposable, TextEditor } from 'vscode';
import type { TextMap } from '../../core/documents/map.js';
import { chunkOptions } from '../../node/prepare.js';
import { chunkMarks } from '../chunkMarks.js';
import type { ChunkMark } from '../chunkMarks.js';
import { chunksOf } from '../generation/documentChunks.js';
import { tell, tellProblem } from '../messages.js';
import type { Services } from '../services.js';
import { readSettings } from '../settings/read.js';
import { section } from '../settings/values.js';
import { chunksText } from '../words.js';
import { needEditor } from './arguments.js';

/** Chunks are made anew so long after an edit, in milliseconds. */
const settle = 250;

/** So long the status bar tells of them, in milliseconds. */
const shortly = 8_000;

const shownText = (count: number): string =>
  l10n.t('{0} shown. Show Chunks again hides them.', chunksText(count));

let shown: ShownChunks | undefined;

/** Shows the chunks of the document in front, or hides them again. Resolves with how many are shown. */
export async function showChunks(services: Services): Promise<number> {
  const editor = needEditor();
  if (!editor) return 0;
  if (!shown) services.context.subscriptions.push((shown = new ShownChunks(services)));
  return shown.toggle(editor);
}

/** The documents whose chunks are shown, in all editors that show them. */
class ShownChunks implements Disposable {
  readonly #styles = styles();
  readonly #documents = new Set<string>();
  readonly #disposables: Disposable[];
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly services: Services) {
    this.#disposables = [
      ...Object.values(this.#styles),
      workspace.onDidChangeTextDocument(({ document }) => this.#soon(document.uri)),
      window.onDidChangeVisibleTextEditors(() => this.#soon()),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(section)) this.#soon();
      }),
    ];
  }

  async toggle(editor: TextEditor): Promise<number> {
    const name = editor.document.uri.toString();
    if (this.#documents.delete(name)) {
      for (const one of window.visibleTextEditors) if (one.document === editor.document) this.#clear(one);
      return 0;
    }
    this.#documents.add(name);
    const count = await this.#show(editor);
    if (!count) this.#documents.delete(name);
    if (count === 0) tell(l10n.t('{0} has no text to cut into chunks.', basename(editor.document.uri.path)));
    if (count) window.setStatusBarMessage(shownText(count), shortly);
    return count ?? 0;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const disposable of this.#disposables) disposable.dispose();
    shown = undefined;
  }

  #soon(uri?: Uri): void {
    if (this.#documents.size === 0 || (uri && !this.#documents.has(uri.toString()))) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      for (const editor of window.visibleTextEditors) {
        if (this.#documents.has(editor.document.uri.toString())) void this.#show(editor);
      }
    }, settle);
  }

  /** Undefined: they can't be made, which is said. */
  async #show(editor: TextEditor): Promise<number | undefined> {
    const { document } = editor;
    const settings = readSettings(document.uri);
    const chunked = settings.ok
      ? await chunksOf(this.services, document, await chunkOptions(settings.value))
      : settings;
    if (!chunked.ok) {
      return tellProblem(chunked.error);
    }
    const { text, chunks } = chunked.value;
    const marks = chunkMarks(chunks);
    const decorated = (ranges: readonly { mark: ChunkMark; at: readonly [number, number] }[]) =>
      ranges.map(({ mark, at }) => decoration(text.map, mark, at, marks.length));
    const { first, plain, shaded, overlap } = this.#styles;
    const overlaps = marks.flatMap((mark) => (mark.overlap ? [{ mark, at: mark.overlap }] : []));
    const own = (wanted: boolean) =>
      marks.filter((mark) => mark.shaded === wanted).map((mark) => ({ mark, at: mark.own }));
    editor.setDecorations(plain, decorated(own(false)));
    editor.setDecorations(shaded, decorated(own(true)));
    editor.setDecorations(overlap, decorated(overlaps));
    editor.setDecorations(
      first,
      marks.map(({ at: [start], number }) => numbered(rangeOf(text.map, start, start), number)),
    );
    return marks.length;
  }

  #clear(editor: TextEditor): void {
    for (const style of Object.values(this.#styles)) editor.setDecorations(style, []);
  }
}

function styles() {
  const border = new ThemeColor('editorWidget.border');
  return {
    // No line above: it would be drawn above each row of a wrapped line.
    first: window.createTextEditorDecorationType({ overviewRulerColor: border }),
    plain: window.createTextEditorDecorationType({}),
    shaded: window.createTextEditorDecorationType({
      backgroundColor: new ThemeColor('editor.hoverHighlightBackground'),
      isWholeLine: true,
    }),
    overlap: window.createTextEditorDecorationType({
      backgroundColor: new ThemeColor('diffEditor.insertedTextBackground'),
      // Colour alone says nothing to some.
      textDecoration: 'underline dotted',
    }),
  };
}

function decoration(
  map: TextMap,
  mark: ChunkMark,
  [start, end]: readonly [number, number],
  count: number,
): DecorationOptions {
  const lines = [
    l10n.t('Chunk {0} of {1}, {2} characters', mark.number, count, mark.size.toLocaleString()),
    mark.overlap
      ? l10n.t('{0} characters are the end of the chunk before', mark.overlap[1] - mark.overlap[0])
      : '',
    mark.heading.join(' › '),
  ];
  const hover = new MarkdownString();
  for (const line of lines.filter((text) => text !== '')) hover.appendText(`${line}\n\n`);
  return { range: rangeOf(map, start, end), hoverMessage: hover };
}

/** The number of a chunk, before its first word. */
const numbered = (range: Range, number: number): DecorationOptions => ({
  range,
  renderOptions: {
    before: {
      contentText: `▸${number}`,
      color: new ThemeColor('editorCodeLens.foreground'),
      margin: '0 6px 0 0',
    },
  },
});

function rangeOf(map: TextMap, start: number, end: number): Range {
  const [from, to] = [map.position(start), map.position(end)];
  return new Range(from.line, from.column, to.line, to.column);
}
