import { State, type StateTone } from '../../../ui/data/badge.tsx'
import type { UserStatus } from '../../accounts/schema.ts'
import { statusNames } from './filters.ts'

export const AccountState = ({ status }: { status: UserStatus }) => (
  <State tone={tones[status]}>{statusNames[status]}</State>
)

const tones: Record<UserStatus, StateTone> = {
  active: 'done',
  pending: 'move',
  rejected: 'off',
  suspended: 'off',
  deleting: 'wait',
  deleted: 'off',
}
