import type { Viewer } from '../../../platform/http/context.ts'
import { routes } from '../../../routes.ts'
import type { SavedSearchId } from '../../../shared/ids.ts'
import { Chip, Chips } from '../../../ui/data/chip.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { ConfirmDialog } from '../../../ui/forms/confirm-dialog.tsx'
import { Form, SubmitButton } from '../../../ui/forms/form.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Narrow } from '../../../ui/page/split.tsx'
import { Time } from '../../../ui/values/time.tsx'
import { howManyNew } from '../saved-search.ts'
import { KeptTabs } from '../saved-tabs.tsx'

export interface SavedSearch {
  readonly id: SavedSearchId
  readonly name: string
  /** Where it leads, in its own order. */
  readonly href: string
  readonly filters: readonly string[]
  /** How many have come since it was seen; null where that is not known until it is looked at. */
  readonly news: number | null
  readonly seenAt: number
}

type Props = { viewer: Viewer; searches: readonly SavedSearch[] }

export const SavedSearchesPage = ({ viewer, searches }: Props) => (
  <Narrow>
    <PageHeader title="Saved searches" subtitle={subtitleFor(viewer)} />
    {viewer.role === 'sponsor' ? <KeptTabs here={routes.searches.index.href()} /> : null}
    {searches.length > 0 ? (
      <Card>
        <ul class="rows-plain">
          {searches.map((search) => (
            <Row search={search} />
          ))}
        </ul>
      </Card>
    ) : (
      <NothingSaved viewer={viewer} />
    )}
  </Narrow>
)

// A form, since what is shown is no longer new: a link that is only looked ahead at must not say so.
const Row = ({ search: { id, name, href, filters, news, seenAt } }: { search: SavedSearch }) => (
  <li class="saved-search">
    <div>
      <a class="person-name" href={href} dir="auto">
        {name}
      </a>
      <Chips label="Looks for">
        {filters.map((filter) => (
          <Chip label={filter} />
        ))}
      </Chips>
      <p class="person-note">
        <News count={news} /> since <Time at={seenAt} />
      </p>
    </div>
    <div class="row-actions">
      <Form action={routes.searches.visit.href({ searchId: id })}>
        <SubmitButton tone="outline" small>
          Show<span class="visually-hidden"> what is new in {name}</span>
        </SubmitButton>
      </Form>
      <ConfirmDialog
        label="Remove…"
        question={`Remove the saved search “${name}”?`}
        action={routes.searches.removal.href({ searchId: id })}
        confirm="Remove it"
      />
    </div>
  </li>
)

const News = ({ count }: { count: number | null }) => {
  if (count === null) return 'Not looked at'
  return count > 0 ? <strong class="is-new">{howManyNew(count)}</strong> : howManyNew(count)
}

const NothingSaved = ({ viewer }: { viewer: Viewer }) =>
  viewer.role === 'sponsor' ? (
    <EmptyState
      title="No saved search yet"
      action={{ label: 'Search influencers', href: routes.influencers.index.href() }}
    >
      Search by what you need, then press “Save this search”. Here you see who has joined since.
    </EmptyState>
  ) : (
    <EmptyState
      title="No saved search yet"
      action={{ label: 'Search campaigns', href: routes.campaigns.index.href() }}
    >
      Search by what suits you, then press “Save this search”. Here you see what was published since.
    </EmptyState>
  )

function subtitleFor({ role }: Viewer): string {
  return role === 'sponsor'
    ? 'New is who has joined since you last looked.'
    : 'New is what was published since you last looked.'
}
