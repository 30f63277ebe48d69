import type { UserStatus } from '../people/schema.ts'
import { State, type StateTone } from '../ui/badge.tsx'
import { statusNames } from './user-filters.ts'

export const AccountState = ({ status }: { status: UserStatus }) => (
  <State tone={tones[status]}>{statusNames[status]}</State>
)

const tones: Record<UserStatus, StateTone> = {
  active: 'done',
  pending: 'move',
  rejected: 'off',
  suspended: 'off',
}
