import { write } from '../../../platform/db/write.ts'
import { isolate } from '../../../platform/queue/isolate.ts'
import { CHUNK, type JobContext } from '../../../platform/queue/job.ts'
import type { Step } from '../../../platform/queue/step.ts'
import { type Plan, planRemovalChecks } from '../../accounts/commands.ts'
import { decide } from '../../accounts/unconfirmed.ts'
import { removeAccount } from './commands.ts'
import { type FoundAccount, selectToCheck } from './queries.ts'

/** Removes accounts whose address was never confirmed and that nobody visits, and plans when to look at the others. */
export const removeUnconfirmedAccounts: Step = async (context, after) => {
  const { db, now } = context
  const found = await selectToCheck(db, now, after)
  const plans: Plan[] = []
  const abandoned: FoundAccount[] = []
  for (const account of found) {
    const decision = decide(account, now)
    if (decision.kind === 'remove') abandoned.push(account)
    else plans.push({ id: account.id, before: account.removalCheckAt, next: decision.checkAt })
  }
  if (plans.length > 0) await write(db, [planRemovalChecks(plans)])
  const { failed, error } = await removeEach(context, abandoned)
  const last = found.length < CHUNK ? undefined : found.at(-1)
  return {
    handled: abandoned.length - failed,
    failed,
    error,
    next: last ? [last.removalCheckAt, last.id] : null,
  }
}

/** One batch for each, because each changes up to some hundred rows of each table. One that fails stops no other. */
async function removeEach({ db, now }: JobContext, accounts: readonly FoundAccount[]) {
  let failed = 0
  let error: string | null = null
  for (const account of accounts) {
    const removed = await isolate([account], () => removeAccount(db, account, now))
    failed += removed.failed.length
    error ??= removed.error
  }
  return { failed, error }
}
