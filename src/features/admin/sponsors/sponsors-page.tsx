import type { Page } from '../../../platform/http/paging.ts'
import { MorePager } from '../../../ui/data/pager.tsx'
import { Table } from '../../../ui/data/table.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { FormErrors } from '../../../ui/forms/form.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Region } from '../../../ui/page/region.tsx'
import { Tabs } from '../../../ui/page/tabs.tsx'
import { type RejectionForm, sponsorColumns } from './columns.tsx'
import {
  type SponsorListPage,
  type SponsorState,
  sponsorListHref,
  sponsorStateKeys,
  sponsorStates,
} from './list.ts'
import type { SponsorRow } from './queries.ts'

type Props = {
  page: Page<SponsorRow>
  listPage: SponsorListPage
  /** Why the last action failed. */
  problem?: string | undefined
  rejection?: RejectionForm | undefined
}

const REGION = 'sponsors'

export const SponsorsPage = (props: Props) => (
  <>
    <PageHeader title="Sponsors" />
    <SponsorTable {...props} />
  </>
)

export const SponsorTable = ({ page, listPage, problem, rejection }: Props) => (
  <Region id={REGION} label="Sponsors">
    <Tabs
      label="Filter sponsors"
      region={REGION}
      tabs={sponsorStateKeys.map((state) => ({
        label: sponsorStates[state],
        href: sponsorListHref(state),
        current: state === listPage.state,
      }))}
    />
    <FormErrors errors={{ form: problem }} />
    {page.rows.length > 0 ? (
      <Card>
        <Table
          caption={captions[listPage.state]}
          showCaption
          columns={sponsorColumns({ listPage, region: REGION, rejection })}
          rows={page.rows}
        />
      </Card>
    ) : (
      <EmptyState title={listPage.after ? 'No more sponsors' : empty[listPage.state]} />
    )}
    <MorePager
      region={REGION}
      nextHref={page.next && sponsorListHref(listPage.state, page.next)}
      firstHref={listPage.after && sponsorListHref(listPage.state)}
    />
  </Region>
)

const captions: Record<SponsorState, string> = {
  pending: 'Waiting for approval, oldest first',
  active: 'Approved, newest account first',
  rejected: 'Rejected, newest account first',
}

const empty: Record<SponsorState, string> = {
  pending: 'No sponsors are waiting',
  active: 'No approved sponsors yet',
  rejected: 'No rejected sponsors',
}
