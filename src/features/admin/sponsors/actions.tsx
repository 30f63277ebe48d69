import { routes } from '../../../routes.ts'
import type { RowAction } from '../../../ui/list/list.ts'
import { ReasonFields } from '../../reason-templates/reason-fields.tsx'
import type { SponsorRow } from '../../sponsors/approvals/list.ts'

const isWaiting = ({ status }: SponsorRow) => status === 'pending'
const isRenamed = ({ status, requestedName }: SponsorRow) => status === 'active' && requestedName !== null
const version = ({ version }: SponsorRow) => ({ version })
const name = ({ version, requestedName }: SponsorRow) => ({ version, requestedName: requestedName ?? '' })

/** What an admin can do to a sponsor in the list. */
export const sponsorActions: readonly RowAction<SponsorRow>[] = [
  {
    key: 'approval',
    label: 'Approve',
    href: ({ id: userId }) => routes.admin.approval.href({ userId }),
    isPossible: isWaiting,
    hidden: version,
    done: 'Approved. The sponsor has been notified.',
  },
  {
    key: 'rejection',
    label: 'Reject…',
    href: ({ id: userId }) => routes.admin.rejection.href({ userId }),
    isPossible: isWaiting,
    hidden: version,
    confirm: {
      question: ({ company }) => `Reject ${company}?`,
      explain: "They'll see your reason and can update their profile and resubmit.",
      button: 'Reject sponsor',
      fields: (form, { id, rejectionTitles }) => (
        <ReasonFields form={form} choices={rejectionTitles} id={`rejection-${id}`} />
      ),
    },
    done: 'Rejected. The sponsor has been notified with your reason.',
  },
  {
    key: 'name_approval',
    label: 'Approve name',
    href: ({ id: userId }) => routes.admin.nameApproval.href({ userId }),
    isPossible: isRenamed,
    hidden: name,
    done: 'Approved. The sponsor now has the new name.',
  },
  {
    key: 'name_rejection',
    label: 'Reject name…',
    href: ({ id: userId }) => routes.admin.nameRejection.href({ userId }),
    isPossible: isRenamed,
    hidden: name,
    confirm: {
      question: ({ requestedName }) => `Reject the name ${requestedName}?`,
      explain: 'The old name stays. They see your reason and can ask for another one.',
      button: 'Reject name',
      fields: (form, { id, nameRejectionTitles }) => (
        <ReasonFields form={form} choices={nameRejectionTitles} id={`name-rejection-${id}`} />
      ),
    },
    done: 'Rejected. The sponsor has been notified with your reason.',
  },
]
