declare module 'fontkit' {
  /** Opens a TrueType font. Throws if it is damaged. */
  export function create(bytes: Uint8Array): { readonly characterSet: readonly number[] }
}

declare module 'wawoff2' {
  const wawoff2: {
    /** WOFF2 to TrueType. */
    decompress(woff2: Uint8Array): Promise<Uint8Array>
  }
  export default wawoff2
}
