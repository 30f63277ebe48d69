import type { SubmittedValues } from '../../../platform/forms/form.ts'

/** A key for a form that is about to be shown. */
export function newFormKey(): string {
  return crypto.randomUUID()
}

/**
 * Names what was sent by the form's key and all that was typed in it: the same sent twice has the same name and
 * makes one campaign, but a page that the browser brings back and that is then filled in anew makes another.
 * Null for a form without a key.
 */
export async function formKeyOf(sent: SubmittedValues): Promise<string | null> {
  if (!sent.formKey?.[0]) return null
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(sent)))
  return Buffer.from(digest).toString('base64url')
}
