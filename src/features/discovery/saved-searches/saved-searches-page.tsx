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
import { newMatchesLabel } from '../saved-search.ts'
import { SavedTabs } from '../saved-tabs.tsx'

export interface SavedSearch {
  readonly id: SavedSearchId
  readonly name: string
  /** The URL of the search. */
  readonly href: string
  readonly filters: readonly string[]
  /** How many new matches since the last visit. Null if that is unknown until the next visit. */
  readonly newMatches: number | null
  readonly seenAt: number
}

type Props = { viewer: Viewer; searches: readonly SavedSearch[] }

export const SavedSearchesPage = ({ viewer, searches }: Props) => (
  <Narrow>
    <PageHeader title="Saved searches" subtitle="New matches since your last visit." />
    {viewer.role === 'sponsor' ? <SavedTabs here={routes.searches.index.href()} /> : null}
    {searches.length > 0 ? (
      <Card>
        <ul class="rows-plain">
          {searches.map((search) => (
            <Row search={search} />
          ))}
        </ul>
      </Card>
    ) : (
      <NoSavedSearches viewer={viewer} />
    )}
  </Narrow>
)

// A form, because showing the results marks them as seen. A link could be prefetched.
const Row = ({ search: { id, name, href, filters, newMatches, seenAt } }: { search: SavedSearch }) => (
  <li class="saved-search">
    <div>
      <a class="person-name" href={href} dir="auto">
        {name}
      </a>
      <Chips label="Filters">
        {filters.map((filter) => (
          <Chip label={filter} />
        ))}
      </Chips>
      <p class="person-note">
        <NewMatches count={newMatches} /> since <Time at={seenAt} />
      </p>
    </div>
    <div class="row-actions">
      <Form action={routes.searches.visit.href({ searchId: id })}>
        <SubmitButton tone="outline" small>
          Show<span class="visually-hidden"> new matches for {name}</span>
        </SubmitButton>
      </Form>
      <ConfirmDialog
        label="Remove…"
        question={`Remove the saved search “${name}”?`}
        action={routes.searches.removal.href({ searchId: id })}
        confirm="Remove search"
        small
      />
    </div>
  </li>
)

const NewMatches = ({ count }: { count: number | null }) => {
  if (count === null) return 'Not counted'
  return count > 0 ? <strong class="is-new">{newMatchesLabel(count)}</strong> : newMatchesLabel(count)
}

const NoSavedSearches = ({ viewer }: { viewer: Viewer }) =>
  viewer.role === 'sponsor' ? (
    <EmptyState
      title="No saved searches yet"
      action={{ label: 'Search influencers', href: routes.influencers.index.href() }}
    >
      Search for influencers, then choose “Save this search”. You'll see new matches here.
    </EmptyState>
  ) : (
    <EmptyState
      title="No saved searches yet"
      action={{ label: 'Search campaigns', href: routes.campaigns.index.href() }}
    >
      Search for campaigns, then choose “Save this search”. You'll see new matches here.
    </EmptyState>
  )
