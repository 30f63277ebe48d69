import type { Option } from '../../../ui/forms/choice.tsx'
import type { UserStatus } from '../../accounts/schema.ts'

/** The two answers to an appeal. */
export const decisions: readonly Option[] = [
  { value: 'lifted', label: 'Lift the flag' },
  { value: 'kept', label: 'Keep the flag' },
]

interface Owner {
  readonly ownerName: string
  readonly ownerStatus: UserStatus
}

/** Who reads the reason of a decision. */
export function reasonHint({ ownerName, ownerStatus }: Owner): string {
  return ownerStatus === 'deleted'
    ? 'For the audit log: the account has been deleted.'
    : `${ownerName} will see it.`
}
