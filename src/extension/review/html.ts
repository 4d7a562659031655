import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';

/** What a review page may do and load: its own bundle, and nothing else. */
export function pageOptions(extension: vscode.Uri): vscode.WebviewOptions {
  return { enableScripts: true, localResourceRoots: [folderOf(extension)] };
}

/** The document that the page's bundle draws into. Nothing of a dataset is in it. */
export function pageHtml(webview: vscode.Webview, extension: vscode.Uri): string {
  const nonce = randomBytes(16).toString('base64');
  const uriOf = (name: string) =>
    webview.asWebviewUri(vscode.Uri.joinPath(folderOf(extension), name)).toString();
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${attribute(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Pairsmith</title>
<link rel="stylesheet" href="${attribute(uriOf('review.css'))}">
</head>
<body>
<div id="root"></div>
<script nonce="${nonce}" type="module" src="${attribute(uriOf('review.js'))}"></script>
</body>
</html>`;
}

const folderOf = (extension: vscode.Uri): vscode.Uri => vscode.Uri.joinPath(extension, 'dist', 'webview');

const attribute = (text: string): string => text.replace(/[&"<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
