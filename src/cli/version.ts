import manifest from '../../package.json' with { type: 'json' };

/** As runs and manifests record it. */
export const app = `pairsmith ${manifest.version}`;
