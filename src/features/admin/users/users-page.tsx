import type { Page } from '../../../platform/http/paging.ts'
import { routes } from '../../../routes.ts'
import { ActiveFilters } from '../../../ui/data/active-filters.tsx'
import { MorePager } from '../../../ui/data/pager.tsx'
import { type Column, Table } from '../../../ui/data/table.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { Select } from '../../../ui/forms/choice.tsx'
import { TextField } from '../../../ui/forms/field.tsx'
import { Form, SubmitButton } from '../../../ui/forms/form.tsx'
import { optionsOf } from '../../../ui/forms/options.ts'
import { Card } from '../../../ui/page/card.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Region } from '../../../ui/page/region.tsx'
import { Person } from '../../../ui/person/person.tsx'
import { Time } from '../../../ui/values/time.tsx'
import { AccountState } from './account-state.tsx'
import { activeFilters, roleNames, statusNames, type UserFilters, usersHref } from './filters.ts'
import type { UserRow } from './list-queries.ts'

type Props = { page: Page<UserRow>; filters: UserFilters; isFirst: boolean }

const REGION = 'people'

export const UsersPage = (props: Props) => (
  <>
    <PageHeader title="People" />
    <Filters filters={props.filters} />
    <UserTable {...props} />
  </>
)

export const UserTable = ({ page, filters, isFirst }: Props) => (
  <Region id={REGION} label="People">
    <ActiveFilters filters={activeFilters(filters)} clearHref={routes.admin.users.href()} />
    {page.rows.length > 0 ? (
      <Card>
        <Table
          caption={filters.query ? 'Matching accounts, newest first' : 'Newest account first'}
          showCaption
          columns={columns}
          rows={page.rows}
        />
      </Card>
    ) : (
      <EmptyState
        title={isFirst ? 'No people match all filters' : 'No more people'}
        action={{ label: 'Show everyone', href: routes.admin.users.href() }}
      >
        {filters.query
          ? 'Try fewer letters. You can search for the beginning of any word in a username, name or e-mail.'
          : null}
      </EmptyState>
    )}
    <MorePager
      region={REGION}
      nextHref={page.next && usersHref(filters, page.next)}
      firstHref={isFirst ? null : usersHref(filters)}
    />
  </Region>
)

const Filters = ({ filters: { query, role, status } }: { filters: UserFilters }) => (
  <Form action={routes.admin.users.href()} method="get" region={REGION} class="filters">
    <div class="filters-wide">
      <TextField
        name="query"
        label="Username, name or e-mail"
        type="search"
        value={query}
        autocomplete="off"
      />
    </div>
    <Select name="role" label="Role" placeholder="Any role" value={role ?? ''} options={roles} />
    <Select name="status" label="Status" placeholder="Any status" value={status ?? ''} options={states} />
    <SubmitButton>Search</SubmitButton>
  </Form>
)

const roles = optionsOf(roleNames)
const states = optionsOf(statusNames)

const columns: readonly Column<UserRow>[] = [
  {
    header: 'Person',
    small: 'title',
    cell: ({ id, name, username, email }) => (
      <Person name={name} href={routes.admin.user.href({ userId: id })} note={`@${username} · ${email}`} />
    ),
  },
  { header: 'Role', cell: ({ role }) => roleNames[role] },
  { header: 'Status', cell: ({ status }) => <AccountState status={status} /> },
  { header: 'Joined', align: 'end', cell: ({ createdAt }) => <Time at={createdAt} as="date" /> },
  {
    header: 'Last seen',
    align: 'end',
    cell: ({ lastSeenAt }) =>
      lastSeenAt === null ? <span class="secondary">Never</span> : <Time at={lastSeenAt} as="relative" />,
  },
]
