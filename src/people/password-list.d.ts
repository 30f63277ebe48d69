declare module 'fxa-common-password-list/src/encoded-passwords.js' {
  const encoded: string
  export default encoded
}

declare module 'incremental-encoder' {
  const encoder: {
    readonly default: { readonly Decoder: new () => { decode(lines: readonly string[]): string[] } }
  }
  export default encoder
}
