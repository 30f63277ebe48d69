import { isoMoment } from '../../../platform/csv/column.ts'
import { routes } from '../../../routes.ts'
import { defineList } from '../../../ui/list/list.ts'
import { Person } from '../../../ui/person/person.tsx'
import { Time } from '../../../ui/values/time.tsx'
import { allSecurityEvents, type ListedSecurityEvent } from '../../security-log/all-queries.ts'
import { whatHappened } from '../../security-log/events.tsx'
import { securityEventKinds } from '../../security-log/kinds.ts'
import { networkName } from '../../security-log/network.ts'
import { securityEventSearch } from '../../security-log/search.ts'

export const securityEventList = defineList({
  name: 'security-log',
  title: 'Security log',
  noun: ['entry', 'entries'],
  route: routes.admin.securityLog,
  search: securityEventSearch,
  source: allSecurityEvents,
  rowId: ({ id }) => id,
  rowLabel: ({ name, kind }) => `${name}: ${securityEventKinds[kind].label}`,
  empty: {
    title: 'Nothing recorded yet',
    text: 'Sign-ins and failed attempts of the last 90 days appear here.',
  },
  frame: () => ({
    subtitle:
      'Sign-ins, failed attempts and changes to accounts, for 90 days. Addresses are stored as networks.',
  }),
  columns: [
    {
      key: 'person',
      header: 'Person',
      small: 'title',
      cell: ({ userId, name, username }) => (
        <Person name={name} href={routes.admin.user.href({ userId })} note={`@${username}`} />
      ),
      csv: [
        { header: 'Person', value: ({ name }) => name },
        { header: 'Username', value: ({ username }) => username },
      ],
    },
    {
      key: 'when',
      header: 'When',
      small: 'value',
      sort: { descending: 'newest', ascending: 'oldest' },
      cell: ({ at }) => <Time at={at} as="relative" />,
      csv: [
        { header: 'First', value: ({ firstAt }) => isoMoment(firstAt) },
        { header: 'Last', value: ({ at }) => isoMoment(at) },
      ],
    },
    {
      key: 'what',
      header: 'What',
      cell: (event) => <What event={event} />,
      csv: [
        { header: 'What', value: ({ kind }) => securityEventKinds[kind].label },
        { header: 'Times', value: ({ count }) => count },
      ],
    },
    { key: 'device', header: 'Device', cell: ({ device }) => device || '–', csv: ({ device }) => device },
    { key: 'place', header: 'Place', cell: ({ place }) => place || '–', csv: ({ place }) => place },
    {
      key: 'network',
      header: 'Network',
      cell: ({ network }) =>
        network ? <a href={routes.admin.securityLog.href({ network })}>{networkName(network)}</a> : '–',
      csv: ({ network }) => network,
    },
  ],
})

const What = ({ event }: { event: ListedSecurityEvent }) => (
  <>
    {whatHappened(event)}
    {event.detail ? <span class="secondary"> ({event.detail})</span> : null}
  </>
)
