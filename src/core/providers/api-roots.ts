/** People give the address of a server with the path of its API, as other wire formats have it. */
const root =
  (path: RegExp) =>
  (baseUrl: string): string =>
    baseUrl.trim().replace(path, '');

export const anthropicRoot = root(/\/v1(?:\/messages)?\/?$/);
export const geminiRoot = root(/\/v1(?:beta|alpha)?(?:\/models)?\/?$/);
export const ollamaRoot = root(/\/(?:v1|api)\/?$/);
