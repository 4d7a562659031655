/**
 * What the tests in a real editor run on, pinned. `code-server` 4.X.Y carries VS Code 1.X.Y: the same workbench,
 * extension host and webviews, and it comes from the npm registry, as does the Node that it wants.
 */
export interface EditorVersion {
  /** The version of VS Code. */
  readonly vscode: string;
  readonly codeServer: string;
  readonly node: string;
}

/** The oldest that package.json's `engines.vscode` allows. */
export const oldest: EditorVersion = { vscode: '1.104.0', codeServer: '4.104.0', node: '22.23.3' };

export const newest: EditorVersion = { vscode: '1.139.1', codeServer: '4.139.1', node: '24.21.0' };

/** A headless Chromium for Linux x64, for machines without one. */
export const chromium = '153.0.0';

/** Not a dependency: it brings 270 packages, and one of them downloads a binary when it is installed. */
export const vsce = '3.9.2';
