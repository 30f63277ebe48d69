import type { Viewer } from '../../../platform/http/context.ts'
import { routes } from '../../../routes.ts'
import { cents } from '../../../shared/money.ts'
import { MorePager } from '../../../ui/data/pager.tsx'
import { type Column, Table } from '../../../ui/data/table.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Region } from '../../../ui/page/region.tsx'
import { Count } from '../../../ui/values/count.tsx'
import { Money } from '../../../ui/values/money.tsx'
import { monthTitle } from '../month.ts'
import type { Months } from '../queries/read-report.ts'
import type { TrendMonth } from '../report.ts'
import { reportHref } from '../report-name.ts'

type Props = Months & { role: Viewer['role']; isFirst: boolean }

export const MonthsPage = (props: Props) => (
  <>
    <PageHeader title="Reports" subtitle={subtitles[props.role]} />
    <MonthList {...props} />
  </>
)

export const MonthList = ({ months, next, isFirst, role }: Props) => (
  <Region id="months">
    <Table caption="Months, newest first" columns={columnsFor(role)} rows={months} />
    <MorePager
      region="months"
      nextHref={next && routes.reports.index.href({ last: next })}
      firstHref={isFirst ? null : routes.reports.index.href()}
      appendTo="tbody"
    />
  </Region>
)

const subtitles = {
  sponsor:
    'What came of your campaigns, month by month. On the 1st, we e-mail you the report on the month before.',
  influencer:
    'Your requests and earnings, month by month. On the 1st, we e-mail you the report on the month before.',
  admin: 'The platform, month by month. On the 1st, admins get the digest of the month before.',
} as const

function columnsFor(role: Viewer['role']): readonly Column<TrendMonth>[] {
  return [
    {
      header: 'Month',
      small: 'title',
      cell: ({ month }) => <a href={reportHref(month)}>{monthTitle(month)}</a>,
    },
    { header: 'Requests', align: 'end', cell: ({ opened }) => <Count value={opened} /> },
    { header: 'Agreed', align: 'end', cell: ({ agreed }) => <Count value={agreed} /> },
    {
      header: role === 'influencer' ? 'Earnings agreed' : 'Amount',
      small: 'value',
      align: 'end',
      cell: ({ amount }) => <Money cents={cents(amount)} compact />,
    },
  ]
}
