import { isoMoment } from '../../../platform/csv/column.ts'
import { routes } from '../../../routes.ts'
import { DOT } from '../../../shared/text/facts.ts'
import { currentTimeZone } from '../../../shared/time-zones/current-names.ts'
import { timeZoneText } from '../../../shared/time-zones/time-zones.ts'
import { defineList } from '../../../ui/list/list.ts'
import { Person } from '../../../ui/person/person.tsx'
import { Address } from '../../../ui/values/address.tsx'
import { Time } from '../../../ui/values/time.tsx'
import { peopleSearch, roleNames, statusNames } from '../../accounts/people/filters.ts'
import { people } from '../../accounts/people/queries.ts'
import { AccountState } from './account-state.tsx'
import { personActions } from './actions.ts'

export const peopleList = defineList({
  name: 'people',
  title: 'People',
  noun: ['person', 'people'],
  route: routes.admin.users,
  search: peopleSearch,
  searchLabel: 'Username, name or e-mail',
  source: people,
  rowId: ({ id }) => id,
  rowLabel: ({ name }) => name,
  rowActions: personActions,
  bulk: {
    route: routes.admin.bulkActions.new,
    actions: [
      { kind: 'suspension', label: 'Suspend…' },
      { kind: 'suspension_end', label: 'End suspension…' },
      { kind: 'person_flag', label: 'Flag…' },
      { kind: 'person_flag_removal', label: 'Lift flags…' },
    ],
  },
  empty: {
    title: 'Nobody has signed up yet',
    hint: 'Try fewer letters. You can search for the beginning of any word in a username, name or e-mail.',
  },
  columns: [
    {
      key: 'person',
      header: 'Person',
      small: 'title',
      sort: { ascending: 'name' },
      cell: ({ id, name, username, email, isEmailConfirmed }) => (
        <Person
          name={name}
          href={routes.admin.user.href({ userId: id })}
          note={
            <>
              @{username}
              {DOT}
              <Address of={email} />
              {isEmailConfirmed ? null : ' (not confirmed)'}
            </>
          }
        />
      ),
      csv: [
        { header: 'Name', value: ({ name }) => name },
        { header: 'Username', value: ({ username }) => username },
        { header: 'E-mail', value: ({ email }) => email },
        { header: 'E-mail confirmed', value: ({ isEmailConfirmed }) => (isEmailConfirmed ? 'yes' : 'no') },
      ],
    },
    { key: 'role', header: 'Role', cell: ({ role }) => roleNames[role], csv: ({ role }) => roleNames[role] },
    {
      key: 'status',
      header: 'Status',
      cell: ({ status, flag }) => (
        <>
          <AccountState status={status} />
          {flag ? <div class="secondary small">Flagged</div> : null}
        </>
      ),
      csv: ({ status, flag }) => (flag ? `${statusNames[status]}, flagged` : statusNames[status]),
    },
    {
      key: 'id',
      header: 'Id',
      align: 'end',
      isHiddenByDefault: true,
      cell: ({ id }) => id,
      csv: ({ id }) => id,
    },
    {
      key: 'timeZone',
      header: 'Time zone',
      isHiddenByDefault: true,
      cell: ({ timeZone }) => timeZoneText(timeZone),
      csv: ({ timeZone }) => currentTimeZone(timeZone),
    },
    {
      key: 'joined',
      header: 'Joined',
      align: 'end',
      sort: { descending: 'newest', ascending: 'oldest' },
      cell: ({ createdAt }) => <Time at={createdAt} as="date" />,
      csv: ({ createdAt }) => isoMoment(createdAt),
    },
    {
      key: 'lastSeen',
      header: 'Last seen',
      align: 'end',
      sort: { descending: 'seen', ascending: 'unseen' },
      cell: ({ lastSeenAt }) =>
        lastSeenAt === null ? <span class="secondary">Never</span> : <Time at={lastSeenAt} as="relative" />,
      csv: ({ lastSeenAt }) => isoMoment(lastSeenAt),
    },
  ],
})
