import * as z from 'zod'
import { paragraphs } from '../../../platform/forms/fields.ts'
import { routes } from '../../../routes.ts'
import { REASON_LENGTH } from '../../reason-templates/reason-template.ts'
import { whyNotAnswered } from '../../sponsors/approvals/answer.ts'
import { answerEach, answerInvalidates } from '../../sponsors/approvals/commands.ts'
import {
  type AnswerableSponsor,
  countAnswerable,
  selectAnswerable,
} from '../../sponsors/approvals/queries.ts'
import type { Position } from '../bulk-action.ts'
import { bulkKind } from '../bulk-kind.ts'

const sponsors = {
  listHref: routes.admin.sponsors.href(),
  things: { one: 'sponsor', many: 'sponsors' },
  rows: {
    select: selectAnswerable,
    count: countAnswerable,
    nameOf: ({ name }: AnswerableSponsor) => name,
    positionOf: ({ id }: AnswerableSponsor): Position => [id],
  },
  refuse: whyNotAnswered,
  invalidates: answerInvalidates,
} as const

export const sponsorApproval = bulkKind({
  ...sponsors,
  verb: 'Approve',
  done: 'approved',
  tone: 'primary',
  explain: "They can publish campaigns and invite influencers at once. We'll e-mail each of them.",
  form: z.object({}),
  change: (rows, _, context) => answerEach(rows, { kind: 'approved' }, context),
})

export const sponsorRejection = bulkKind({
  ...sponsors,
  verb: 'Reject',
  done: 'rejected',
  tone: 'danger',
  explain:
    'Each of them gets your reason by e-mail and sees it when they sign in. They can update their profile and resubmit.',
  reasons: 'sponsor_rejection',
  form: z.object({
    reason: paragraphs({ max: REASON_LENGTH, required: 'Enter a reason. The sponsors will see it.' }),
  }),
  change: (rows, { reason }, context) => answerEach(rows, { kind: 'rejected', reason }, context),
})
