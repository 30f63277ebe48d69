import { eq } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { write } from '../../../platform/db/write.ts'
import { saveChoices } from '../preferences/commands.ts'
import { deliverySettings } from '../schema.ts'
import { isSignedBy, parseToken, type UnsubscribeToken } from './token.ts'

/** What the token says if its signature is right, otherwise null. One round trip. */
export async function checkToken(db: Database, text: string): Promise<UnsubscribeToken | null> {
  const token = parseToken(text)
  if (token === null) return null
  const [settings] = await db.orm
    .select({ secret: deliverySettings.unsubscribeSecret })
    .from(deliverySettings)
    .where(eq(deliverySettings.userId, token.userId))
  return settings && isSignedBy(token, settings.secret) ? token : null
}

/** Switches e-mails of the token's kind on or off for its person. */
export async function switchEmail(
  db: Database,
  { userId, kind }: UnsubscribeToken,
  isOn: boolean,
): Promise<void> {
  await write(db, saveChoices(userId, [{ kind, channel: 'email', isOn }]))
}
