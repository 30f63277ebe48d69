import manifest from '../../../static/build/manifest.json' with { type: 'json' }

/** Paths of the built files. Their names contain a hash, so browsers can cache them forever. */
export const assets: { readonly css: string; readonly js: string; readonly forms: string } = manifest
