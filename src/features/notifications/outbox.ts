import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../platform/db/database.ts'
import { literal, literals } from '../../platform/db/literals.ts'
import { type Statement, write } from '../../platform/db/write.ts'
import { okValue } from '../../shared/result.ts'
import { MINUTE } from '../../shared/time.ts'
import { closedStatuses } from '../accounts/schema.ts'
import { isReachable } from './bounces/queries.ts'
import { type Channel, channels } from './channels.ts'
import { type ClaimedMessage, toMessage } from './delivery/claimed-message.ts'
import { deliverySettings, outbox } from './schema.ts'

/** After this time a claimed message can be claimed again, because the delivery that claimed it must have crashed. */
export const LEASE = 2 * MINUTE

/** At most this many messages of a switched-off channel are given up at a time. */
const MAX_GIVEN_UP = 1_000

/** How an attempt ended. Times are milliseconds UTC. */
export type Outcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'failed'; readonly error: string; readonly retryAt: number }
  | { readonly kind: 'dead'; readonly error: string }
  /** It was not tried, or a rate limit stopped it. It counts as no attempt. */
  | { readonly kind: 'postponed'; readonly error: string | null; readonly until: number }

/**
 * Gives up what is due for channels that are switched off, up to a thousand messages. They are dead, not waiting:
 * nobody wants to get old messages when the channel is switched on. An admin can still send one again.
 */
export function giveUp(off: readonly Channel[], now: number): SQL[] {
  return off.map(
    (
      channel,
    ) => sql`update ${outbox} set state = 'dead', last_error = ${`${channels[channel].label} is switched off.`}
      where id in (select id from ${outbox} where ${isDue(channel, now)} limit ${MAX_GIVEN_UP})`,
  )
}

/**
 * Claims up to `limit` messages of each channel that are due, oldest first. Nobody else gets them until the lease ends.
 * `before` comes first in the same batch. One round trip.
 */
export async function claimDue(
  db: Database,
  on: readonly Channel[],
  now: number,
  limit: number,
  before: readonly Statement[] = [],
): Promise<ClaimedMessage[]> {
  const claims = on.flatMap((channel) => [addSettings(channel, now, limit), claim(channel, now, limit)])
  const written = await write(db, [...before, ...claims])
  return okValue(written)
    .slice(before.length)
    .flatMap(({ rows }) => rows.map(toMessage))
}

/** The statements that record how attempts ended. They do nothing if someone else has claimed a message since. */
export function mark(
  outcomes: readonly { readonly message: ClaimedMessage; readonly outcome: Outcome }[],
  now: number,
): SQL[] {
  const sent = outcomes.filter(({ outcome }) => outcome.kind === 'sent').map(({ message }) => message.id)
  const others = outcomes.flatMap(({ message, outcome }) => markUnsent(message, outcome) ?? [])
  return sent.length === 0 ? others : [markSent(sent, now), ...others]
}

// What was sent is sent, whoever has it now.
function markSent(ids: readonly number[], now: number): SQL {
  return sql`update ${outbox} set state = 'sent', sent_at = ${now}, last_error = null
    where id in (select value from json_each(${JSON.stringify(ids)}))`
}

function markUnsent({ id, attempts }: ClaimedMessage, outcome: Outcome): SQL | null {
  const own = sql`where id = ${id} and state = 'claimed' and attempts = ${attempts}`
  switch (outcome.kind) {
    case 'sent':
      return null
    case 'dead':
      return sql`update ${outbox} set state = 'dead', last_error = ${outcome.error} ${own}`
    case 'failed':
      return sql`update ${outbox} set state = 'failed', last_error = ${outcome.error}, due_at = ${outcome.retryAt} ${own}`
    case 'postponed':
      return sql`update ${outbox} set attempts = attempts - 1, due_at = ${outcome.until},
        last_error = coalesce(${outcome.error}, last_error),
        state = case when coalesce(${outcome.error}, last_error) is null then 'pending' else 'failed' end ${own}`
  }
}

// Literals, so that SQLite can use the partial index `outbox_due`.
function isDue(channel: Channel, now: number): SQL {
  return sql`channel = ${literal(channel)} and state in ('pending', 'claimed', 'failed') and due_at <= ${now}`
}

function firstDue(column: 'id' | 'user_id', channel: Channel, now: number, limit: number): SQL {
  return sql`select ${sql.raw(column)} from ${outbox} where ${isDue(channel, now)} order by due_at limit ${limit}`
}

// An unsubscribe link needs the person's secret, and most people have no settings yet.
function addSettings(channel: Channel, now: number, limit: number): SQL {
  return sql`insert into ${deliverySettings} (user_id)
    select distinct user_id from (${firstDue('user_id', channel, now, limit)}) where true on conflict do nothing`
}

function claim(channel: Channel, now: number, limit: number): SQL {
  return sql`update ${outbox} set state = 'claimed', attempts = attempts + 1, due_at = ${now + LEASE},
      first_claimed_at = coalesce(first_claimed_at, ${now})
    where id in (${firstDue('id', channel, now, limit)})
    returning id, channel, kind, created_at, first_claimed_at, attempts, title, body, path, user_id,
      iif(outbox.address is null, ${ofPerson(sql`iif(is_email_confirmed, display_name, '')`)}, '') as name, ${ofPerson(sql`time_zone`)} as time_zone,
      ${ofPerson(sql`status in ${literals(closedStatuses)}`)} as is_closed,
      ${address[channel]} as address, ${isReachable(address.email)} as is_reachable,
      ${ofSettings(sql`quiet_from`)} as quiet_from, ${ofSettings(sql`quiet_to`)} as quiet_to,
      ${ofSettings(sql`unsubscribe_secret`)} as unsubscribe_secret`
}

function ofPerson(value: SQL): SQL {
  return sql`(select ${value} from users where users.id = outbox.user_id)`
}

function ofSettings(column: SQL): SQL {
  return sql`(select ${column} from ${deliverySettings} where delivery_settings.user_id = outbox.user_id)`
}

const address: Record<Channel, SQL> = {
  email: sql`coalesce(outbox.address, ${ofPerson(sql`email`)})`,
  chat: ofSettings(sql`chat_webhook`),
  sms: ofSettings(sql`phone`),
}
