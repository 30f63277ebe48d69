import { routes } from '../../../routes.ts'
import type { RowAction, RowLink } from '../../../ui/list/list.ts'
import type { UserRow } from '../../accounts/people/queries.ts'
import { canSuspend, endSuspension } from '../../accounts/suspension/suspension.ts'
import { flagActions } from '../flags/lift-in-row.tsx'

export const END_SUSPENSION = 'end-suspension'

/** What an admin can do to a person in the list. What needs words that are thought over has a page of its own. */
export const personActions: readonly (RowAction<UserRow> | RowLink<UserRow>)[] = [
  {
    key: 'suspend',
    label: 'Suspend…',
    opens: ({ id: userId }) => routes.admin.user.href({ userId }, { ask: 'suspension' }),
    isPossible: canSuspend,
  },
  {
    key: END_SUSPENSION,
    label: 'End suspension…',
    href: ({ id: userId }) => routes.admin.suspensionRemoval.href({ userId }),
    isPossible: (account) => endSuspension(account).ok,
    hidden: ({ version }) => ({ version }),
    confirm: {
      question: ({ name }) => `End the suspension of ${name}?`,
      explain: 'The account goes back to the status that it had before, and we e-mail its owner.',
      button: 'End suspension',
      tone: 'primary',
    },
    done: 'Suspension ended. The owner has been notified.',
  },
  ...flagActions<UserRow>(
    ({ id, role, status }) => (role === 'admin' || status === 'deleted' ? null : { subject: 'user', id }),
    ({ id: userId }) => routes.admin.userFlagRemoval.href({ userId }),
  ),
]
