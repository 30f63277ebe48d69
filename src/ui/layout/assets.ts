import manifest from '../../../static/build/manifest.json' with { type: 'json' }

/** Paths of the built files; their names carry a hash of what is in them, so browsers may keep them forever. */
export const assets: { readonly css: string; readonly js: string } = manifest
