import type { SubmittedValues } from '../../../platform/forms/form.ts'

/** A key for a form that is about to be shown. */
export function newFormKey(): string {
  return crypto.randomUUID()
}

/**
 * A key for what was submitted: a hash of the form's key and everything that was typed. Submitted twice, it
 * creates one campaign. If the browser's back button brings the form back and something else is typed, the key
 * is a new one and creates another. Null for a form without a key.
 */
export async function formKeyOf(submitted: SubmittedValues): Promise<string | null> {
  if (!submitted.formKey?.[0]) return null
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(submitted)))
  return Buffer.from(digest).toString('base64url')
}
