import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../platform/db/database.ts'
import { withSearchText } from '../../platform/db/searched-text.ts'
import {
  expectOneRow,
  mutation,
  onConflict,
  returnedId,
  type Statement,
  write,
} from '../../platform/db/write.ts'
import type { ActionContext } from '../../shared/action-context.ts'
import type { FlagId } from '../../shared/ids.ts'
import { ok, type Result } from '../../shared/result.ts'
import { recordAdminAct, recordEvent } from '../activity/commands.ts'
import { holdMessageMail, releaseMessageMail } from '../ad-requests/flags/commands.ts'
import { type Decision, reasonForOwner } from './flag.ts'
import type { Flaggable } from './flaggable.ts'
import { flagEvent, setFlagCopy } from './flagged-rows.ts'
import { appealNotification, decisionNotification, flagNotification } from './notifications.ts'
import type { DecidedFlag, OwnFlag } from './queries.ts'
import type { FlagReason } from './reasons.ts'
import { flags } from './schema.ts'
import { type ModeratedThing, thingOf } from './subject.ts'

export interface FlagInput {
  readonly reason: FlagReason
  readonly note: string
  readonly internalNote: string
}

/** What a flag changes is in all of these cached answers. */
export const flagCaches = { invalidates: ['influencers', 'campaigns', 'statistics'] } as const

/**
 * Flags something and tells its owner. Returns the id of the flag. `already_flagged`: another admin was faster.
 * `closed`: the request has been closed, or the thing has been deleted.
 */
export async function saveFlag(
  db: Database,
  flaggable: NewlyFlagged,
  input: FlagInput,
  context: ActionContext,
): Promise<Result<FlagId, 'already_flagged' | 'closed'>> {
  const saved = await write(db, flagStatements(flaggable, input, context), flagCaches)
  return saved.ok ? ok(returnedId(saved.value[0])) : saved
}

export type NewlyFlagged = Pick<Flaggable, 'thing' | 'title' | 'ownerId' | 'ownerRole'>

/** The statements of `saveFlag`, for the batch of another command. The first one returns the flag's id. */
export function flagStatements(
  flaggable: NewlyFlagged,
  input: FlagInput,
  context: ActionContext,
): Statement<'already_flagged' | 'closed'>[] {
  return flagOrRefuse(flaggable, input, context, { flagged: 'already_flagged', closed: 'closed' })
}

/** Flags several things, all or none, and tells each owner. `conflict`: one of them has been flagged or closed since. */
export function flagEach(
  flaggables: readonly NewlyFlagged[],
  input: FlagInput,
  context: ActionContext,
): Statement<'conflict'>[] {
  const refusals = { flagged: 'conflict', closed: 'conflict' } as const
  return flaggables.flatMap((flaggable) => flagOrRefuse(flaggable, input, context, refusals))
}

function flagOrRefuse<Refusal extends string>(
  { thing, title, ownerId, ownerRole }: NewlyFlagged,
  input: FlagInput,
  context: ActionContext,
  refusals: { readonly flagged: Refusal; readonly closed: Refusal },
): Statement<Refusal>[] {
  const { actor, now } = context
  const { subject, id: subjectId } = thing
  const reason = reasonForOwner(input)
  const flagId = sql<FlagId>`(select id from ${flags} where subject = ${subject} and subject_id = ${subjectId}
    and state <> 'lifted')`
  return [
    onConflict(
      refusals.flagged,
      mutation
        .insert(flags)
        .values(
          withSearchText(flags, {
            subject,
            subjectId,
            title,
            ownerId,
            flaggedBy: actor,
            flaggedAt: now,
            ...input,
          }),
        )
        .returning({ id: flags.id }),
    ),
    ...setFlagCopy(thing, ownerRole, { at: now, reason }, refusals.closed),
    ...(thing.subject === 'message' ? [holdMessageMail(thing.id)] : []),
    recordAdminAct(flagEvent(thing, { kind: 'flagged', note: reason }), context),
    ...flagNotification({ thing, title, ownerId, ownerRole, reason, flagId }, context),
  ]
}

/** Asks admins to lift a flag. `conflict`: it has been decided or appealed meanwhile. */
export function saveAppeal(
  db: Database,
  flag: OwnFlag,
  text: string,
  { actor, now }: ActionContext,
): Promise<Result<unknown, 'conflict'>> {
  return write(db, [
    ...update(flag, { state: 'appealed', appeal: text, appealedAt: now }),
    recordEvent({ ...flagEvent(thingOf(flag), { kind: 'flag_appealed', note: text }), actor, at: now }),
    ...appealNotification(flag, text, now),
  ])
}

/** Answers an appeal or lifts a flag, and tells the owner. `conflict`: another admin was faster. */
export function saveDecision(
  db: Database,
  flag: DecidedFlag,
  decision: Decision,
  reason: string,
  context: ActionContext,
): Promise<Result<unknown, 'conflict'>> {
  return write(db, decisionStatements(flag, decision, reason, context), flagCaches)
}

/** The statements of `saveDecision`, for the batch of another command. */
export function decisionStatements(
  flag: DecidedFlag,
  decision: Decision,
  reason: string,
  context: ActionContext,
): Statement<'conflict'>[] {
  const thing = thingOf(flag)
  return [
    ...update(flag, {
      state: decision,
      decidedBy: context.actor,
      decidedAt: context.now,
      decisionReason: reason,
    }),
    ...(decision === 'lifted' ? lift(thing, flag, context.now) : []),
    recordAdminAct(
      flagEvent(thing, {
        kind: decision === 'lifted' ? 'unflagged' : 'flag_kept',
        from: flag.state,
        to: decision,
        note: reason,
      }),
      context,
    ),
    ...decisionNotification(flag, decision, reason, context.now),
  ]
}

function lift(thing: ModeratedThing, { ownerRole }: DecidedFlag, now: number): Statement<never>[] {
  return [
    ...(thing.subject === 'message' ? releaseMessageMail(thing.id, now) : []),
    ...setFlagCopy<never>(thing, ownerRole, null),
  ]
}

function update(
  { id, version }: Pick<OwnFlag, 'id' | 'version'>,
  values: Partial<typeof flags.$inferInsert>,
): Statement<'conflict'>[] {
  const next: SQL = sql`${flags.version} + 1`
  return [
    mutation
      .update(flags)
      .set({ ...values, version: next })
      .where(and(eq(flags.id, id), eq(flags.version, version))),
    expectOneRow('conflict'),
  ]
}
