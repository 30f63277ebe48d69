import { saveSuspension } from '../../src/features/admin/commands.ts'
import { saveAppeal, saveFlag } from '../../src/features/flags/commands.ts'
import { findFlaggable } from '../../src/features/flags/flaggable.ts'
import { findOwnFlag } from '../../src/features/flags/queries.ts'
import type { Database } from '../../src/platform/db/database.ts'
import type { ActionContext } from '../../src/shared/action-context.ts'
import type { CampaignId, FlagId, UserId } from '../../src/shared/ids.ts'
import { DAY, HOUR } from '../../src/shared/time.ts'

type Moment = readonly [at: number, run: (now: number) => Promise<unknown>]

const contextOf = (actor: UserId, now: number) => ({ actor, now, currency: 'USD', requestId: 'demo' })

/** An admin suspends somebody and flags a campaign, and its sponsor appeals: what moderators find on their first day. */
export function* moderationMoments({
  db,
  admin,
  end,
}: {
  db: Database
  admin: UserId
  end: number
}): Generator<Moment> {
  yield [end - 2 * DAY, (now) => suspendRex(db, contextOf(admin, now))]
  yield [end - DAY, (now) => flagCampaign(db, contextOf(admin, now))]
  yield [end - 5 * HOUR, (now) => appealFlag(db, now)]
}

async function suspendRex(db: Database, context: ActionContext) {
  const { id, version, name } = await find(
    db,
    `select id, version, display_name as name from users where username = 'rexcalloway'`,
  )
  const account = { id: Number(id) as UserId, version: Number(version), name: String(name) }
  const suspension = {
    reason: 'Asked sponsors to pay outside of Parley, twice.',
    until: context.now + 14 * DAY,
  }
  await saveSuspension(db, { ...account, status: 'active' }, suspension, context)
}

async function flagCampaign(db: Database, context: ActionContext) {
  const { id } = await find(db, `select id from campaigns where name = 'Light for Focus'`)
  const flaggable = await findFlaggable(
    db,
    { subject: 'campaign', id: Number(id) as CampaignId },
    context.now,
  )
  if (!flaggable) throw new Error('The demo flags a campaign that it has not created.')
  const note = 'It makes a claim about health without a source.'
  const reason = { reason: 'misleading_figures', note, internalNote: 'A reader pointed this out.' } as const
  await saveFlag(db, flaggable, reason, context)
}

async function appealFlag(db: Database, now: number) {
  const { id, owner } = await find(db, 'select id, owner_id as owner from flags')
  const ownerId = Number(owner) as UserId
  const viewer = { id: ownerId, role: 'sponsor' } as Parameters<typeof findOwnFlag>[1]
  const flag = await findOwnFlag(db, viewer, Number(id) as FlagId)
  if (!flag) throw new Error('The owner of a flag can see it.')
  const appeal = 'We have removed the sentence about sleep. The brief now only describes the lamp.'
  await saveAppeal(db, flag, appeal, contextOf(ownerId, now))
}

async function find(db: Database, sql: string) {
  const { rows } = await db.client.execute(sql)
  if (!rows[0]) throw new Error('The demo refers to something that it has not created.')
  return rows[0]
}
