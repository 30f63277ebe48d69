import { State, type StateTone } from '../../../ui/data/badge.tsx'
import { statusNames } from '../../accounts/people/filters.ts'
import type { UserStatus } from '../../accounts/schema.ts'

export const AccountState = ({ status }: { status: UserStatus }) => (
  <State tone={accountTones[status]}>{statusNames[status]}</State>
)

const accountTones: Record<UserStatus, StateTone> = {
  active: 'done',
  pending: 'move',
  rejected: 'off',
  suspended: 'off',
  deleting: 'wait',
  deleted: 'wait',
}
