declare module 'fxa-common-password-list/src/encoded-passwords.js' {
  const encoded: string
  export default encoded
}
