/** Runs in the page before it: gives it VS Code's API, with a host played from memory behind it. */
import { FakeHost } from './fake-host.js';
import type { Scene } from './fake-host.js';

declare global {
  interface Window {
    scene: Scene;
    host: FakeHost;
    acquireVsCodeApi: () => object;
  }
}

const host = new FakeHost(window.scene, (message) => window.postMessage(message, '*'));
window.host = host;
window.acquireVsCodeApi = () => ({
  postMessage: (message: unknown) => host.receive(structuredClone(message)),
  getState: (): unknown => JSON.parse(sessionStorage.getItem('state') ?? 'null') ?? undefined,
  setState: (state: unknown) => sessionStorage.setItem('state', JSON.stringify(state)),
});
