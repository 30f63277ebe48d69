import { routes } from '../../routes.ts'
import type { Role } from '../accounts/schema.ts'
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

/**
 * Whether an admin may delete the account of somebody else, or keep it for them. Not that of another admin: one admin
 * must not be able to shut out the others.
 */
export function mayDeleteFor({ role }: { readonly role: Role }): boolean {
  return role !== 'admin'
}

export const NOT_FOR_ADMINS = 'Only they themselves can delete the account of an admin, or keep it after all.'

/** Whether the owner may keep the account. While it would still be suspended, only an admin can stop its deletion. */
export function mayKeep(
  { statusBefore, suspendedUntil }: Pick<AccountDeletion, 'statusBefore' | 'suspendedUntil'>,
  now: number,
): boolean {
  return !(statusBefore === 'suspended' && (suspendedUntil === null || suspendedUntil > now))
}
