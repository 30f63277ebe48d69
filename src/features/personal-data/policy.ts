import { routes } from '../../routes.ts'
import { isPreparedFile } from '../exports/policy.ts'
import type { AccountDeletion } from './queries.ts'

const open: readonly string[] = [
  ...Object.values(routes.settings.data).map((route) => route.href()),
  routes.signOut.href(),
]

/** What people may still open while their account is going to be deleted. */
export function isOpenWhileDeleting(path: string): boolean {
  return open.includes(path) || isPreparedFile(path)
}

/** Whether the owner may keep the account. While it would still be suspended, only an admin can stop its deletion. */
export function mayKeep(
  { statusBefore, suspendedUntil }: Pick<AccountDeletion, 'statusBefore' | 'suspendedUntil'>,
  now: number,
): boolean {
  return !(statusBefore === 'suspended' && (suspendedUntil === null || suspendedUntil > now))
}
