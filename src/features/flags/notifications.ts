import { type SQL, sql } from 'drizzle-orm'
import { routes } from '../../routes.ts'
import type { ActionContext } from '../../shared/action-context.ts'
import type { FlagId, UserId } from '../../shared/ids.ts'
import type { Role } from '../accounts/schema.ts'
import { adRequests } from '../ad-requests/schema.ts'
import { type NotificationText, notify, notifyAdmins, notifyEach } from '../notifications/commands.ts'
import { appealText, decisionText, flagText, requestFlaggedText, requestUnflaggedText } from './emails.ts'
import type { Decision } from './flag.ts'
import type { DecidedFlag, OwnFlag } from './queries.ts'
import { type ModeratedThing, thingOf } from './subject.ts'

interface NewFlag {
  readonly thing: ModeratedThing
  readonly title: string
  readonly ownerId: UserId
  readonly ownerRole: Role
  readonly reason: string
  /** Finds the flag that the same batch inserts. */
  readonly flagId: SQL<FlagId>
}

/** To the owner, and for a request also to the other side. */
export function flagNotification(flag: NewFlag, { now }: ActionContext): SQL[] {
  const { thing, title, ownerId, ownerRole, reason, flagId } = flag
  const text = flagText({ subject: thing.subject, title, reason, isSponsor: ownerRole === 'sponsor' })
  return [
    ...notify(ownerId, {
      kind: 'flagged',
      subjectId: flagId,
      period: 'flagged',
      ...text,
      path: sql`${flagsPath} || ${flagId}`,
      at: now,
    }),
    ...notifyOtherSide(thing, ownerId, requestFlaggedText(title), now),
  ]
}

/** To the owner, and to the other side of a request that can go on now. */
export function decisionNotification(
  flag: DecidedFlag,
  decision: Decision,
  reason: string,
  now: number,
): SQL[] {
  const thing = thingOf(flag)
  return [
    ...notify(flag.ownerId, {
      kind: 'flag_decided',
      subjectId: flag.id,
      period: flag.version,
      ...decisionText({ ...flag, decision, decisionReason: reason }),
      path: routes.flags.show.href({ flagId: flag.id }),
      at: now,
    }),
    ...(decision === 'lifted'
      ? notifyOtherSide(thing, flag.ownerId, requestUnflaggedText(flag.title), now)
      : []),
  ]
}

/** To admins. */
export function appealNotification(flag: OwnFlag, appeal: string, now: number): SQL[] {
  return notifyAdmins({
    kind: 'flag_appealed',
    subjectId: flag.id,
    period: flag.version,
    ...appealText({ ...flag, appeal }),
    path: routes.admin.flags.show.href({ flagId: flag.id }),
    at: now,
  })
}

const flagsPath = routes.flags.show.href({ flagId: '' })

function notifyOtherSide(thing: ModeratedThing, ownerId: UserId, text: NotificationText, now: number): SQL[] {
  if (thing.subject !== 'ad_request') return []
  // Nobody can go on with a request that was closed while it was flagged.
  const row = sql`from ${adRequests} where id = ${thing.id} and state = 'pending' and closes_at > ${now}`
  return notifyEach(row, sql`iif(sponsor_id = ${ownerId}, influencer_id, sponsor_id)`, {
    kind: 'ad_request_flagged',
    subjectId: thing.id,
    period: now,
    ...text,
    path: routes.adRequests.show.href({ adRequestId: thing.id }),
    at: now,
  })
}
