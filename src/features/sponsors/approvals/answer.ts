import type { UserStatus } from '../../accounts/schema.ts'

/** An admin's answer to a sponsor who is waiting for approval. */
export type Answer = { readonly kind: 'approved' } | { readonly kind: 'rejected'; readonly reason: string }

export function statusAfter({ kind }: Answer): 'active' | 'rejected' {
  return kind === 'approved' ? 'active' : 'rejected'
}

/** Why a sponsor cannot be answered, given their current status. */
export function tooLateMessage(company: string, status: UserStatus): string {
  switch (status) {
    case 'active':
      return `${company} has already been approved. Nothing was changed.`
    case 'rejected':
      return `${company} has already been rejected. Nothing was changed.`
    case 'suspended':
      return `${company} is suspended, so they can't be approved or rejected.`
    case 'deleting':
    case 'deleted':
      return `The account of ${company} is being deleted, so they can't be approved or rejected.`
    case 'pending':
      return `${company} changed their profile after you opened this page. Review it again before you decide.`
  }
}

interface Reviewed {
  readonly status: UserStatus
  /** When they last asked for approval, and when they last changed their profile. Milliseconds UTC. */
  readonly submittedAt: number
  readonly profileChangedAt: number
}

/**
 * Why a sponsor is left out when many are answered at once. Null: they can be answered. `seenAt` is when the admin saw
 * the list.
 */
export function whyNotAnswered(
  { status, submittedAt, profileChangedAt }: Reviewed,
  seenAt: number,
): string | null {
  switch (status) {
    case 'active':
      return 'Already approved'
    case 'rejected':
      return 'Already rejected'
    case 'suspended':
      return 'Suspended'
    case 'deleting':
    case 'deleted':
      return 'Being deleted'
    case 'pending':
      if (submittedAt > seenAt) return 'Submitted after you opened the list'
      return profileChangedAt > seenAt ? 'Changed their profile after you opened the list' : null
  }
}
