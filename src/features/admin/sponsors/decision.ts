import type { UserStatus } from '../../accounts/schema.ts'

/** What an admin answers to a sponsor that waits. */
export type Answer = { readonly kind: 'approved' } | { readonly kind: 'rejected'; readonly reason: string }

/** The state that a sponsor has after an answer. */
export function stateAfter({ kind }: Answer): 'active' | 'rejected' {
  return kind === 'approved' ? 'active' : 'rejected'
}

/** Why an answer did not count, once another came first: from the state that the sponsor is in now. */
export function whyTooLate(company: string, status: UserStatus): string {
  switch (status) {
    case 'active':
      return `${company} is approved already. Nothing was done twice.`
    case 'rejected':
      return `${company} is rejected already. Nothing was done twice.`
    case 'suspended':
      return `${company} is suspended, so there is nothing to answer.`
    case 'pending':
      return `${company} has changed something since you opened this page. Look at it again, then decide.`
  }
}
