import * as z from 'zod'
import { choice, paragraphs } from '../../../platform/forms/fields.ts'
import { fieldValue } from '../../../platform/forms/form.ts'
import { routes } from '../../../routes.ts'
import { Radios } from '../../../ui/forms/choice.tsx'
import { optionsOf } from '../../../ui/forms/options.ts'
import type { UserRow } from '../../accounts/people/queries.ts'
import { statusCaches } from '../../accounts/suspension/end-suspension.ts'
import {
  canSuspend,
  endOfSuspension,
  endSuspension,
  suspensionLengths,
} from '../../accounts/suspension/suspension.ts'
import { suspendStatements, suspensionEndStatements } from '../../flags/suspend.ts'
import { SingleReason } from '../../reason-templates/reason-fields.tsx'
import { REASON_LENGTH } from '../../reason-templates/reason-template.ts'
import { bulkKind } from '../bulk-kind.ts'
import { peopleRows } from './flags.ts'

const list = {
  listHref: routes.admin.users.href(),
  things: { one: 'person', many: 'people' },
  rows: peopleRows,
  invalidates: statusCaches.invalidates,
} as const

// A last day would need the admin's time zone when the chunks are carried out, so there is none.
const { date, ...lengths } = suspensionLengths
type Length = keyof typeof lengths

const suspensionFields = z.object({
  length: choice(Object.keys(lengths) as [Length, ...Length[]], 'Choose how long'),
  reason: paragraphs({ max: REASON_LENGTH, required: 'Enter a reason. They will see it.' }),
})

export const suspension = bulkKind<UserRow, z.output<typeof suspensionFields>>({
  ...list,
  verb: 'Suspend',
  done: 'suspended',
  tone: 'danger',
  explain:
    'They are signed out everywhere. Each of them gets your reason and the end by e-mail, and so do the other sides of their open requests. Existing deals continue.',
  form: suspensionFields,
  reasons: 'suspension',
  Fields: ({ form, choices }) => (
    <>
      <Radios
        name="length"
        legend="How long"
        value={fieldValue(form, 'length') || 'week'}
        error={form.errors.length}
        options={lengthOptions}
        required
      />
      <SingleReason form={form} choices={choices} />
    </>
  ),
  refuse(account, seenAt) {
    if (account.createdAt > seenAt) return 'Signed up after you opened the list'
    return canSuspend(account) ? null : whyNotSuspended(account)
  },
  change: (accounts, { length, reason }, context) => {
    const end = endOfSuspension(length, undefined, context.now, 'UTC')
    const until = end.ok ? end.value : null
    return accounts.flatMap((account) => suspendStatements(account, { reason, until }, context))
  },
})

const lengthOptions = optionsOf(lengths)

function whyNotSuspended({ role, status }: UserRow): string {
  if (role === 'admin') return 'Is an admin'
  return status === 'suspended' ? 'Already suspended' : 'Being deleted'
}

export const suspensionEnd = bulkKind<UserRow, object>({
  ...list,
  verb: 'End the suspension of',
  done: 'no longer suspended',
  tone: 'primary',
  explain: "Each account goes back to the status that it had before. We'll e-mail each of them.",
  form: z.object({}),
  refuse: (account) => (endSuspension(account).ok ? null : 'Not suspended'),
  change: (accounts, _fields, context) =>
    accounts.flatMap((account) => {
      const ended = endSuspension(account)
      return ended.ok ? suspensionEndStatements(account, ended.value, context) : []
    }),
})
