import { isoMoment } from '../../../platform/csv/column.ts'
import { routes } from '../../../routes.ts'
import { defineList } from '../../../ui/list/list.ts'
import { Time } from '../../../ui/values/time.tsx'
import { statusNames } from '../../accounts/people/filters.ts'
import { type EventSubject, eventKinds } from '../../activity/event-kinds.ts'
import { type AuditRow, auditLog } from './queries.ts'
import { auditSearch } from './search.ts'
import { subjectLabels } from './subject-labels.ts'
import { isGone, reasonOf, subjects, thingName } from './subjects.ts'

export const auditList = defineList({
  name: 'audit-log',
  title: 'Audit log',
  noun: ['entry', 'entries'],
  route: routes.admin.audit.index,
  search: auditSearch,
  searchLabel: 'Person or words in a reason',
  source: auditLog,
  rowId: ({ id }) => id,
  rowLabel: (row) => `${whatOf(row)}: ${thingName(row.subject, row)}`,
  empty: {
    title: 'Nothing has been recorded yet',
    text: 'Everything that an admin changes appears here.',
    hint: 'You can search for the beginning of a name, and for words in a reason.',
  },
  frame: () => ({
    subtitle: 'What admins did. Nobody can change or delete an entry.',
    aside: <a href={routes.admin.audit.verification.href()}>Is it intact?</a>,
  }),
  columns: [
    {
      key: 'what',
      header: 'What',
      small: 'title',
      cell: (row) => (
        <div class="audit-what">
          <strong>{whatOf(row)}</strong>
          <br />
          {isGone(row.subject, row) ? (
            `${thingName(row.subject, row)} (deleted)`
          ) : (
            <a href={subjects[row.subject].href(row)}>{thingName(row.subject, row)}</a>
          )}
        </div>
      ),
      csv: [
        { header: 'What', value: whatOf },
        { header: 'Name', value: (row) => thingName(row.subject, row) },
      ],
    },
    { key: 'about', header: 'About', isHiddenByDefault: true, cell: aboutOf, csv: aboutOf },
    {
      key: 'no',
      header: 'No.',
      isHiddenByDefault: true,
      align: 'end',
      cell: (row) => <a href={historyOf(row)}>{row.subjectId}</a>,
      csv: ({ subjectId }) => subjectId,
    },
    {
      key: 'who',
      header: 'Who',
      cell: ({ actorId, actorName }) =>
        actorId === null ? (
          'The clock'
        ) : (
          <a href={routes.admin.audit.index.href({ actorId })} class="audit-name">
            {actorName ?? `Account ${actorId}`}
          </a>
        ),
      csv: ({ actorName }) => actorName ?? 'The clock',
    },
    {
      key: 'before',
      header: 'Before',
      cell: ({ subject, from }) => <StateText of={subject} state={from} />,
      csv: ({ subject, from }) => stateName(subject, from),
    },
    {
      key: 'after',
      header: 'After',
      cell: ({ subject, to }) => <StateText of={subject} state={to} />,
      csv: ({ subject, to }) => stateName(subject, to),
    },
    {
      key: 'why',
      header: 'Why',
      cell: (row) =>
        reasonOf(row) ? (
          <span dir="auto" class="audit-why">
            {reasonOf(row)}
          </span>
        ) : null,
      csv: reasonOf,
    },
    {
      key: 'when',
      header: 'When',
      align: 'end',
      sort: { descending: 'newest', ascending: 'oldest' },
      cell: ({ at }) => <Time at={at} />,
      csv: ({ at }) => isoMoment(at),
    },
    {
      key: 'request',
      header: 'Request',
      cell: ({ requestId }) =>
        requestId === null ? null : (
          <a href={routes.admin.audit.index.href({ requestId })} title={requestId}>
            <code>{requestId.slice(0, 8)}</code>
          </a>
        ),
      csv: ({ requestId }) => requestId,
    },
    {
      key: 'history',
      header: 'History',
      small: 'action',
      align: 'end',
      cell: (row) => (
        <a href={historyOf(row)} class="nowrap">
          All entries<span class="visually-hidden"> about {thingName(row.subject, row)}</span>
        </a>
      ),
    },
  ],
})

/** "Suspended" */
function whatOf({ subject, kind }: AuditRow): string {
  const kinds: Readonly<Record<string, string>> = eventKinds[subject]
  return kinds[kind] ?? kind
}

function aboutOf({ subject }: AuditRow): string {
  return subjectLabels[subject]
}

function historyOf({ subject, subjectId }: AuditRow): string {
  return routes.admin.audit.index.href({ subject, subjectId })
}

/** "changes_requested" is "Changes requested". An account that is "pending" is "Waiting", as in the lists of people. */
function stateName(subject: EventSubject, state: string | null): string {
  if (state === null) return ''
  const names: Readonly<Record<string, string>> = subject === 'user' ? statusNames : {}
  return names[state] ?? (state.charAt(0).toUpperCase() + state.slice(1)).replaceAll('_', ' ')
}

/** The moment when a suspension ends is shown in the viewer's time zone. */
const StateText = ({ of: subject, state }: { of: EventSubject; state: string | null }) => {
  const [moment] = state === null ? [] : (/\d{4}-\d\d-\d\d \d\d:\d\d UTC$/.exec(state) ?? [])
  if (moment === undefined) return <>{stateName(subject, state)}</>
  return (
    <>
      {stateName(subject, state).slice(0, -moment.length)}
      <Time at={Date.parse(moment)} />
    </>
  )
}
