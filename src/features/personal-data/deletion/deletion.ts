import { DAY } from '../../../shared/time.ts'

/** How long people can take it back. */
export const GRACE = 14 * DAY

export type DeletionRefusal = 'running' | 'last_admin' | 'already' | 'changed' | 'password_changed'

/** Why an account cannot be deleted now, for its owner and for admins. */
export function explainRefusal(refusal: DeletionRefusal): string {
  switch (refusal) {
    case 'running':
      return 'There is an agreement that has not ended. The account can be deleted when it has.'
    case 'last_admin':
      return 'This is the only admin. Make somebody else an admin first.'
    case 'already':
      return 'This account is already going to be deleted.'
    case 'password_changed':
      return 'The password was changed just now, so nothing was done. Enter the new one.'
    case 'changed':
      return 'This account has changed since you opened the page, so nothing was saved. Please review it again.'
  }
}
