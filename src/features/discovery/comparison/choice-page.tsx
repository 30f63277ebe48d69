import { routes } from '../../../routes.ts'
import type { UserId } from '../../../shared/ids.ts'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { Checkboxes } from '../../../ui/forms/choice.tsx'
import { Actions, Form, SubmitButton } from '../../../ui/forms/form.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Narrow } from '../../../ui/page/split.tsx'
import { MAX_COMPARED } from './comparison.ts'

type Named = { readonly id: UserId; readonly name: string }

export const TooManyPage = ({ people }: { people: readonly Named[] }) => (
  <Narrow>
    <PageHeader
      title="Compare"
      subtitle={`You selected ${people.length} influencers. Choose up to ${MAX_COMPARED} to compare side by side.`}
    />
    <Card>
      <Form action={routes.comparison.href()} method="get" label="Influencers to compare">
        <Checkboxes
          name="influencerId"
          legend="Influencers to compare"
          values={people.slice(0, MAX_COMPARED).map(({ id }) => String(id))}
          options={people.map(({ id, name }) => ({ value: String(id), label: name }))}
          columns
        />
        <Actions>
          <SubmitButton>Compare</SubmitButton>
        </Actions>
      </Form>
    </Card>
  </Narrow>
)

export const TooFewPage = ({ people }: { people: readonly Named[] }) => (
  <>
    <PageHeader title="Compare" />
    <EmptyState
      title={people[0] ? `Only ${people[0].name} is selected` : 'No influencers selected'}
      action={{ label: 'Find influencers', href: routes.influencers.index.href() }}
    >
      Select two to four influencers in the search results or on a shortlist, then choose Compare. Influencers
      who are no longer available can't be compared.
    </EmptyState>
  </>
)
