import type { UserStatus } from '../../accounts/schema.ts'

/** An admin's answer to a sponsor who is waiting for approval. */
export type Answer = { readonly kind: 'approved' } | { readonly kind: 'rejected'; readonly reason: string }

export function statusAfter({ kind }: Answer): 'active' | 'rejected' {
  return kind === 'approved' ? 'active' : 'rejected'
}

/** Why an answer came too late, given the sponsor's current status. */
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
