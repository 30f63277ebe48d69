import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { mutation, type Statement, write } from '../../../platform/db/write.ts'
import type { UserId } from '../../../shared/ids.ts'
import { isChoice, isDefault } from '../notification-kinds.ts'
import { channelChoices, deliverySettings, outbox } from '../schema.ts'
import type { Choice } from './choices.ts'

/** The columns of `delivery_settings` that people fill in. A field that is not given stays as it is. */
export type NewSettings = Partial<
  Pick<typeof deliverySettings.$inferSelect, 'chatWebhook' | 'phone' | 'quietFrom' | 'quietTo'>
>

/** Saves how a person wants to be reached. Kinds and channels that are not among the choices stay as they are. */
export async function savePreferences(
  db: Database,
  userId: UserId,
  settings: NewSettings,
  choices: readonly Choice[],
): Promise<void> {
  await write(db, [
    mutation
      .insert(deliverySettings)
      .values({ userId, ...settings })
      // An update needs at least one column.
      .onConflictDoUpdate({ target: deliverySettings.userId, set: { userId, ...settings } }),
    ...saveChoices(userId, choices),
  ])
}

/**
 * The statements that store what differs from the defaults, and remove what is waiting for a channel that is now off.
 * What nobody can choose is ignored.
 */
export function saveChoices(userId: UserId, all: readonly Choice[]): Statement[] {
  const choices = all.filter(({ kind, channel }) => isChoice(kind, channel))
  const rows = choices
    .filter(({ kind, channel, isOn }) => isOn !== isDefault(kind, channel))
    .map((choice) => ({ userId, ...choice }))
  return [
    sql`delete from ${channelChoices} where user_id = ${userId} and (kind, channel) in ${pairsOf(choices)}`,
    ...(rows.length > 0 ? [mutation.insert(channelChoices).values(rows)] : []),
    sql`delete from ${outbox} where user_id = ${userId} and state in ('pending', 'failed', 'held')
      and (kind, channel) in ${pairsOf(choices.filter(({ isOn }) => !isOn))}`,
  ]
}

function pairsOf(choices: readonly Choice[]): SQL {
  const pairs = JSON.stringify(choices.map(({ kind, channel }) => [kind, channel]))
  return sql`(select value ->> 0, value ->> 1 from json_each(${pairs}))`
}
