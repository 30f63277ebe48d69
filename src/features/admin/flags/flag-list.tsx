import { isoMoment } from '../../../platform/csv/column.ts'
import { type FormState, fieldProps, fieldValue } from '../../../platform/forms/form.ts'
import { routes } from '../../../routes.ts'
import { Radios } from '../../../ui/forms/choice.tsx'
import { TextArea } from '../../../ui/forms/field.tsx'
import { defineList, type RowAction } from '../../../ui/list/list.ts'
import { Prose } from '../../../ui/page/prose.tsx'
import { Time } from '../../../ui/values/time.tsx'
import { MAX_NOTE, UNTOLD } from '../../flags/flag.ts'
import { flagReasons } from '../../flags/reasons.ts'
import { subjectNames } from '../../flags/subject.ts'
import { decisions, reasonHint } from './decisions.ts'
import { FlagStateBadge } from './flag-state.tsx'
import { type FlagListRow, flagSource } from './list-queries.ts'
import { flagSearch } from './search.ts'
import { flagStateLabels } from './state-labels.ts'

/** The row actions. */
export const LIFT = 'lift'
export const ANSWER = 'answer'

const reasonField = (form: FormState, row: FlagListRow) => (
  <TextArea
    {...fieldProps(form, 'reason')}
    label="Reason"
    hint={reasonHint(row)}
    counter={MAX_NOTE}
    required
  />
)

const answer: RowAction<FlagListRow> = {
  key: ANSWER,
  label: 'Answer appeal…',
  href: ({ id }) => routes.admin.flags.answer.href({ flagId: id }),
  isPossible: ({ state }) => state === 'appealed',
  hidden: ({ version }) => ({ version }),
  confirm: {
    question: ({ ownerName }) => `Answer the appeal of ${ownerName}`,
    button: 'Send answer',
    tone: 'primary',
    fields: (form, row) => (
      <>
        <Prose text={row.appeal ?? ''} />
        <Radios
          name="decision"
          legend="Decision"
          value={fieldValue(form, 'decision')}
          error={form.errors.decision}
          options={decisions}
          required
        />
        {reasonField(form, row)}
      </>
    ),
  },
  done: 'Appeal answered. The owner has been notified.',
  doneUntold: `Appeal answered. ${UNTOLD}`,
}

const lift: RowAction<FlagListRow> = {
  key: LIFT,
  label: 'Lift…',
  href: ({ id }) => routes.admin.flags.removal.href({ flagId: id }),
  isPossible: ({ state }) => state === 'open' || state === 'kept',
  hidden: ({ version }) => ({ version, decision: 'lifted' }),
  confirm: {
    question: () => 'Lift this flag?',
    explain: 'What the flag changed no longer applies. We notify the owner.',
    button: 'Lift flag',
    tone: 'primary',
    fields: reasonField,
  },
  done: 'Flag lifted. The owner has been notified.',
  doneUntold: `Flag lifted. ${UNTOLD}`,
}

export const flagList = defineList({
  name: 'flags',
  title: 'Flags',
  noun: ['flag', 'flags'],
  route: routes.admin.flags.index,
  search: flagSearch,
  searchLabel: 'What is flagged, or its owner',
  source: flagSource,
  rowId: ({ id }) => id,
  rowLabel: ({ subject, title }) => `${subjectNames[subject].label}: ${title}`,
  empty: {
    title: 'No flags here',
    text: 'To flag a profile, a campaign, a request or a message, open its page.',
    hint: 'The name of what is flagged and its owner’s must contain every word. Try fewer.',
  },
  columns: [
    {
      key: 'flagged',
      header: 'Flagged',
      small: 'title',
      cell: ({ id, subject, title }) => (
        <>
          <a href={routes.admin.flags.show.href({ flagId: id })} dir="auto">
            {title}
          </a>
          <div class="secondary small">{subjectNames[subject].label}</div>
        </>
      ),
      csv: [
        { header: 'Flagged', value: ({ title }) => title },
        { header: 'What', value: ({ subject }) => subjectNames[subject].label },
      ],
    },
    {
      key: 'what',
      header: 'What',
      isHiddenByDefault: true,
      cell: ({ subject }) => subjectNames[subject].label,
    },
    {
      key: 'owner',
      header: 'Owner',
      cell: ({ ownerId, ownerName }) => <a href={routes.admin.user.href({ userId: ownerId })}>{ownerName}</a>,
      csv: ({ ownerName }) => ownerName,
    },
    {
      key: 'reason',
      header: 'Reason',
      cell: ({ reason }) => flagReasons[reason],
      csv: ({ reason }) => flagReasons[reason],
    },
    {
      key: 'state',
      header: 'State',
      sort: { ascending: 'urgent' },
      cell: ({ state, isOver, appealedAt }) => (
        <>
          <FlagStateBadge state={state} isOver={isOver} />
          {state === 'appealed' && appealedAt !== null ? (
            <div class="secondary small">
              <Time at={appealedAt} as="relative" />
            </div>
          ) : null}
        </>
      ),
      csv: ({ state, isOver }) =>
        isOver && state !== 'lifted'
          ? `${flagStateLabels[state]}, closed or deleted`
          : flagStateLabels[state],
    },
    {
      key: 'since',
      header: 'Since',
      align: 'end',
      sort: { descending: 'newest', ascending: 'oldest' },
      cell: ({ flaggedAt }) => <Time at={flaggedAt} as="date" />,
      csv: ({ flaggedAt }) => isoMoment(flaggedAt),
    },
  ],
  rowActions: [answer, lift],
})
