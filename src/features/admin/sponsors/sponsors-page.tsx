import type { Page } from '../../../platform/http/paging.ts'
import { MorePager } from '../../../ui/data/pager.tsx'
import { Table } from '../../../ui/data/table.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { FormErrors } from '../../../ui/forms/form.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Region } from '../../../ui/page/region.tsx'
import { Tabs } from '../../../ui/page/tabs.tsx'
import { type Rejecting, sponsorColumns } from './columns.tsx'
import {
  type SponsorPlace,
  type SponsorState,
  sponsorListHref,
  sponsorStateKeys,
  sponsorStates,
} from './list.ts'
import type { SponsorRow } from './queries.ts'

type Props = {
  page: Page<SponsorRow>
  place: SponsorPlace
  /** Why the last action was not done. */
  problem?: string | undefined
  rejecting?: Rejecting | undefined
}

const REGION = 'sponsors'

export const SponsorsPage = (props: Props) => (
  <>
    <PageHeader title="Sponsors" />
    <SponsorTable {...props} />
  </>
)

export const SponsorTable = ({ page, place, problem, rejecting }: Props) => (
  <Region id={REGION} label="Sponsors">
    <Tabs
      label="Which sponsors"
      region={REGION}
      tabs={sponsorStateKeys.map((state) => ({
        label: sponsorStates[state],
        href: sponsorListHref({ state, after: null }),
        current: state === place.state,
      }))}
    />
    <FormErrors errors={{ form: problem }} />
    {page.rows.length > 0 ? (
      <Card>
        <Table
          caption={captions[place.state]}
          showCaption
          columns={sponsorColumns({ place, region: REGION, rejecting })}
          rows={page.rows}
        />
      </Card>
    ) : (
      <EmptyState title={place.after ? 'There are no more' : empty[place.state]} />
    )}
    <MorePager
      region={REGION}
      nextHref={page.next && sponsorListHref({ ...place, after: page.next })}
      firstHref={place.after && sponsorListHref({ ...place, after: null })}
    />
  </Region>
)

const captions: Record<SponsorState, string> = {
  pending: 'Who asked first stands first',
  active: 'Approved, the newest account first',
  rejected: 'Rejected, the newest account first',
}

const empty: Record<SponsorState, string> = {
  pending: 'Nobody waits for an answer',
  active: 'No sponsor is approved yet',
  rejected: 'No sponsor is rejected',
}
