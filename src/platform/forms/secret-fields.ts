/**
 * Whether a field of a form holds a secret: a password, a code or card details. Secrets are not stored or shown
 * again; people type them again. `name` is that of the HTML or of the form.
 */
export function isSecretField(name: string): boolean {
  return /password|card|cvc|code|secret/i.test(name)
}
