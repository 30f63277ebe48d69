import { and, eq, type SQL, sql } from 'drizzle-orm'
import { eqLiteral, neLiteral } from '../../platform/db/literals.ts'
import { withSearchText } from '../../platform/db/searched-text.ts'
import { expectOneRow, expectThat, mutation, onConflict, type Statement } from '../../platform/db/write.ts'
import type { UserId } from '../../shared/ids.ts'
import { recordEvent } from '../activity/commands.ts'
import { type AccountDetails, type Role, type UserStatus, users } from './schema.ts'

export interface NewAccount extends AccountDetails {
  readonly username: string
  readonly passwordHash: string
  readonly role: Role
  readonly status: UserStatus
  readonly isEmailConfirmed: boolean
}

/** Creates an account. The same batch can refer to its id with `accountId`. */
export function createAccount(account: NewAccount, now: number): Statement<'username_taken'>[] {
  const id = accountId(account.username)
  return [
    onConflict(
      'username_taken',
      mutation.insert(users).values(withSearchText(users, { ...account, createdAt: now })),
    ),
    recordEvent({
      subject: 'user',
      subjectId: id,
      kind: 'signed_up',
      actor: id,
      to: account.status,
      at: now,
    }),
  ]
}

/** The id of an account that is created in the same batch. */
export function accountId(username: string): SQL {
  return sql`(select id from ${users} where username = ${username})`
}

type StatusColumns = Pick<
  typeof users.$inferSelect,
  'statusReason' | 'suspendedFrom' | 'suspensionReason' | 'suspendedUntil'
>

/** Moves an account to another status if it is still as `expected`. Otherwise the batch stops with `refusal`. */
export function changeStatus<const Refusal extends string>(
  id: UserId,
  expected: Partial<Pick<typeof users.$inferSelect, 'role' | 'status' | 'version'>>,
  to: { readonly status: UserStatus } & Partial<StatusColumns>,
  refusal: Refusal,
): Statement<Refusal>[] {
  const { role, status, version } = expected
  return [
    mutation
      .update(users)
      .set({ ...to, version: nextVersion })
      .where(
        and(
          eq(users.id, id),
          role === undefined ? undefined : eqLiteral(users.role, role),
          status === undefined ? undefined : eqLiteral(users.status, status),
          version === undefined ? undefined : eq(users.version, version),
        ),
      ),
    expectOneRow(refusal),
  ]
}

/** Closes an account until it is deleted. Stops the batch with `refusal` if it has another status than `from` by now. */
export function startDeleting<const Refusal extends string>(
  id: UserId,
  from: Exclude<UserStatus, 'deleting' | 'deleted'>,
  refusal: Refusal,
): Statement<Refusal>[] {
  return changeStatus(id, { status: from }, { status: 'deleting' }, refusal)
}

/** Ends that: the account is kept after all, or it is deleted. Stops the batch if it was already. */
export function endDeleting<const Refusal extends string>(
  id: UserId,
  to: UserStatus,
  refusal: Refusal,
): Statement<Refusal>[] {
  return changeStatus(id, { status: 'deleting' }, { status: to }, refusal)
}

/** An account as somebody saw it. */
export interface SeenAccount {
  readonly id: UserId
  readonly version: number
}

/** Moves several accounts to another status if all are still as they were seen. Otherwise the batch stops. */
export function changeStatusOfEach<const Refusal extends string>(
  seen: readonly SeenAccount[],
  expected: { readonly role: Role; readonly status: UserStatus },
  to: { readonly status: UserStatus; readonly statusReason: string | null },
  refusal: Refusal,
): Statement<Refusal>[] {
  const rows = JSON.stringify(seen.map(({ id, version }) => [id, version]))
  // The plus signs keep SQLite from reading everybody with that status, who may be many, instead of the few by id.
  const asSeen = sql`json_each(${rows}) where ${users.id} = value ->> 0 and ${users.version} = value ->> 1
    and +${eqLiteral(users.role, expected.role)} and +${eqLiteral(users.status, expected.status)}`
  return [
    // Counted before: after a change of many rows, the search index makes `changes()` count rows of its own.
    expectThat(refusal, sql`(select count(*) from ${users}, ${asSeen}) = ${seen.length}`),
    sql`update ${users} set status = ${to.status}, status_reason = ${to.statusReason}, version = version + 1
      from ${asSeen}`,
  ]
}

/** Confirms the address that an account has. Stops the batch if it has another one, or another account confirmed it. */
export function confirmEmail<const Refusal extends string>(
  id: UserId,
  address: string,
  refusal: Refusal,
): Statement<Refusal>[] {
  return setConfirmedEmail(id, address, eq(users.email, address), refusal)
}

/** Gives an account an address that its owner has confirmed. Stops the batch if another account has confirmed it. */
export function changeEmail<const Refusal extends string>(
  id: UserId,
  address: string,
  refusal: Refusal,
): Statement<Refusal>[] {
  return setConfirmedEmail(id, address, undefined, refusal)
}

function setConfirmedEmail<const Refusal extends string>(
  id: UserId,
  address: string,
  condition: SQL | undefined,
  refusal: Refusal,
): Statement<Refusal>[] {
  return [
    onConflict(
      refusal,
      mutation
        .update(users)
        .set({ email: address, isEmailConfirmed: true })
        .where(and(eq(users.id, id), condition, neLiteral(users.status, 'deleted'))),
    ),
    expectOneRow(refusal),
  ]
}

/**
 * For changes to what an admin reviews: a decision that is based on the older version is refused. `condition` says
 * whether something changes.
 */
export function bumpVersion(id: UserId, condition?: SQL): Statement {
  return mutation
    .update(users)
    .set({ version: nextVersion })
    .where(and(eq(users.id, id), condition))
}

const nextVersion = sql`${users.version} + 1`

/** When a person's next reminder, report or check is due. `before` is what was planned when it was read. */
export interface Plan {
  readonly id: UserId
  readonly before: number
  readonly next: number
}

/** Plans the next reminder of many people. Leaves out plans that have changed since they were read. */
export function planReminders(plans: readonly Plan[]): SQL {
  return planEach('next_reminder_at', plans)
}

/** Plans the next report of many people. Leaves out plans that have changed since they were read. */
export function planReports(plans: readonly Plan[]): SQL {
  return planEach('next_report_at', plans)
}

/** Plans the next check of unconfirmed accounts. Leaves out plans that have changed since they were read. */
export function planRemovalChecks(plans: readonly Plan[]): SQL {
  return planEach('removal_check_at', plans)
}

function planEach(
  column: 'next_reminder_at' | 'next_report_at' | 'removal_check_at',
  plans: readonly Plan[],
): SQL {
  const planned = sql.identifier(column)
  const rows = JSON.stringify(plans.map(({ id, before, next }) => [id, before, next]))
  return sql`update ${users} set ${planned} = value ->> 2 from json_each(${rows})
    where ${users.id} = value ->> 0 and ${planned} = value ->> 1`
}
