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

/** Whether the owner may keep the account. If it was suspended before, only an admin can stop its deletion. */
export function mayKeep({ statusBefore }: Pick<AccountDeletion, 'statusBefore'>): boolean {
  return statusBefore !== 'suspended'
}
