import { isoMoment } from '../../../platform/csv/column.ts'
import { routes } from '../../../routes.ts'
import { toDecimal } from '../../../shared/money.ts'
import { defineList } from '../../../ui/list/list.ts'
import { Money } from '../../../ui/values/money.tsx'
import { Time } from '../../../ui/values/time.tsx'
import { statusNames } from '../../accounts/people/filters.ts'
import { selectReasonChoices } from '../../reason-templates/queries.ts'
import { ReasonTexts } from '../../reason-templates/reason-fields.tsx'
import { sponsorSource } from '../../sponsors/approvals/list.ts'
import { sponsorSearch } from '../../sponsors/approvals/search.ts'
import { sponsorActions } from './actions.tsx'
import { About, Checks, SponsorName, SponsorStatus } from './cells.tsx'

export const sponsorList = defineList({
  name: 'sponsors',
  title: 'Sponsors',
  noun: ['sponsor', 'sponsors'],
  route: routes.admin.sponsors,
  search: sponsorSearch,
  searchLabel: 'Company, industry, name or e-mail',
  source: sponsorSource,
  rowId: ({ id }) => id,
  rowLabel: ({ company }) => company,
  rowActions: sponsorActions,
  bulk: {
    route: routes.admin.bulkActions.new,
    actions: [
      { kind: 'sponsor_approval', label: 'Approve…' },
      { kind: 'sponsor_rejection', label: 'Reject…' },
    ],
  },
  frame: ({ var: { db } }, { status }) => {
    const purpose = status === 'renamed' ? 'name_rejection' : 'sponsor_rejection'
    const choices = db.prefetch(selectReasonChoices(db, purpose))
    return async () => ({
      above: <ReasonTexts choices={await choices.rows()} />,
      aside: <a href={routes.admin.reasonTemplates.index.href()}>Reason templates</a>,
    })
  },
  empty: { title: 'No sponsors here', hint: 'Try fewer letters, or look in another tab.' },
  columns: [
    {
      key: 'sponsor',
      header: 'Sponsor',
      small: 'title',
      cell: (sponsor) => <SponsorName sponsor={sponsor} />,
      csv: [
        { header: 'Sponsor', value: ({ company }) => company },
        { header: 'Asks for the name', value: ({ requestedName }) => requestedName },
        { header: 'Name', value: ({ name }) => name },
        { header: 'Username', value: ({ username }) => username },
        { header: 'E-mail', value: ({ email }) => email },
      ],
    },
    {
      key: 'about',
      header: 'About',
      cell: (sponsor) => <About sponsor={sponsor} />,
      csv: [
        { header: 'Industry', value: ({ industry }) => industry },
        { header: 'Website', value: ({ website }) => website },
      ],
    },
    { key: 'checks', header: 'Worth a look', cell: (sponsor) => <Checks sponsor={sponsor} /> },
    {
      key: 'status',
      header: 'Status',
      cell: (sponsor) => <SponsorStatus sponsor={sponsor} />,
      csv: ({ status }) => statusNames[status],
    },
    {
      key: 'budget',
      header: 'Annual budget',
      align: 'end',
      cell: ({ annualBudget }) =>
        annualBudget === null ? (
          <span class="secondary">Not provided</span>
        ) : (
          <Money cents={annualBudget} compact />
        ),
      csv: ({ annualBudget }) => (annualBudget === null ? null : toDecimal(annualBudget)),
    },
    {
      key: 'submitted',
      header: 'Submitted',
      align: 'end',
      sort: { ascending: 'oldest', descending: 'newest' },
      cell: ({ submittedAt }) => <Time at={submittedAt} as="relative" />,
      csv: ({ submittedAt }) => isoMoment(submittedAt),
    },
    {
      key: 'email',
      header: 'E-mail',
      isHiddenByDefault: true,
      cell: ({ email }) => email,
    },
    {
      key: 'website',
      header: 'Website',
      isHiddenByDefault: true,
      cell: ({ website }) => website ?? '',
      csv: ({ website }) => website,
    },
  ],
})
