import type { FormState } from '../../../platform/forms/form.ts'
import { routes } from '../../../routes.ts'
import { counted } from '../../../shared/format.ts'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { FormErrors } from '../../../ui/forms/form.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Narrow, Section } from '../../../ui/page/split.tsx'
import { SavedTabs } from '../saved-tabs.tsx'
import { NewShortlist } from './new-shortlist.tsx'
import type { Shortlist } from './queries.ts'

type Props = { shortlists: readonly Shortlist[]; form: FormState }

export const ShortlistsPage = ({ shortlists, form }: Props) => (
  <Narrow>
    <PageHeader
      title="Shortlists"
      subtitle="Influencers you want to remember. Only you can see these lists."
    />
    <SavedTabs here={routes.shortlists.index.href()} />
    <FormErrors errors={form.errors} labels={{ name: 'Shortlist name' }} />
    {shortlists.length > 0 ? (
      <Card>
        <ul class="rows-plain">
          {shortlists.map((shortlist) => (
            <Row shortlist={shortlist} />
          ))}
        </ul>
      </Card>
    ) : (
      <EmptyState
        title="No shortlists yet"
        action={{ label: 'Find influencers', href: routes.influencers.index.href() }}
      >
        Select influencers in the search results and add them to a shortlist, or start with an empty one
        below.
      </EmptyState>
    )}
    <Section title="New shortlist" id="new">
      <NewShortlist form={form} count={shortlists.length} />
    </Section>
  </Narrow>
)

const Row = ({ shortlist: { id, name, members } }: { shortlist: Shortlist }) => (
  <li class="row-head">
    <a class="stretched-link" href={routes.shortlists.show.href({ shortlistId: id })} dir="auto">
      {name}
    </a>
    <span class="timeline-when">{counted(members, 'influencer')}</span>
  </li>
)
