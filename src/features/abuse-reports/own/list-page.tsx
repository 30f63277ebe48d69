import type { Page } from '../../../platform/http/paging.ts'
import { routes } from '../../../routes.ts'
import { MorePager } from '../../../ui/data/pager.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Region } from '../../../ui/page/region.tsx'
import type { OwnReport } from '../queries.ts'
import { ReportTable } from './report-table.tsx'

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
      <ReportTable
        caption="Problems you reported, newest first"
        reports={page.rows.map((report) => ({
          ...report,
          href: routes.abuseReports.show.href({ reportId: report.id }),
        }))}
      />
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
