import type { Page } from '../../../platform/http/paging.ts'
import { routes } from '../../../routes.ts'
import { MorePager } from '../../../ui/data/pager.tsx'
import { type Column, Table } from '../../../ui/data/table.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Region } from '../../../ui/page/region.tsx'
import { Time } from '../../../ui/values/time.tsx'
import { subjectLabels } from '../../flags/subject.ts'
import type { OwnReport } from '../queries.ts'
import { reasons } from '../reasons.ts'
import { OutcomeBadge } from './outcome-badge.tsx'

type Props = { page: Page<OwnReport>; isFirst: boolean }

const REGION = 'own-abuse-reports'

export const OwnReportsPage = (props: Props) => (
  <>
    <PageHeader title="Problems you reported" subtitle="Only you and our moderators can see this list." />
    <OwnReportTable {...props} />
  </>
)

export const OwnReportTable = ({ page, isFirst }: Props) => (
  <Region id={REGION} label="Problems you reported">
    {page.rows.length > 0 ? (
      <Card>
        <Table caption="Problems you reported, newest first" columns={columns} rows={page.rows} />
      </Card>
    ) : (
      <EmptyState title={isFirst ? "You haven't reported anything" : 'No more reports'}>
        If something is wrong, use “Report” on a profile, a campaign, a request or a message.
      </EmptyState>
    )}
    <MorePager
      region={REGION}
      nextHref={page.next && routes.abuseReports.index.href({ after: page.next })}
      firstHref={isFirst ? null : routes.abuseReports.index.href()}
    />
  </Region>
)

const columns: readonly Column<OwnReport>[] = [
  {
    header: 'What',
    small: 'title',
    cell: ({ id, title, subject }) => (
      <div>
        <a href={routes.abuseReports.show.href({ reportId: id })} dir="auto">
          {title}
        </a>
        <div class="person-note">{subjectLabels[subject]}</div>
      </div>
    ),
  },
  { header: 'Reason', cell: ({ reason }) => reasons[reason].label },
  { header: 'Outcome', small: 'value', cell: ({ outcome }) => <OutcomeBadge outcome={outcome} /> },
  { header: 'Reported', align: 'end', cell: ({ createdAt }) => <Time at={createdAt} as="date" /> },
]
