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

/** When too many are to be compared: which of them? */
export const TooManyPage = ({ people }: { people: readonly Named[] }) => (
  <Narrow>
    <PageHeader
      title="Compare"
      subtitle={`You chose ${people.length}, and ${MAX_COMPARED} fit side by side. Keep up to ${MAX_COMPARED} ticked.`}
    />
    <Card>
      <Form action={routes.comparison.href()} method="get" label="Whom to compare">
        <Checkboxes
          name="influencerId"
          legend="Whom to compare"
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

/** When there is nothing to compare with. */
export const TooFewPage = ({ people }: { people: readonly Named[] }) => (
  <>
    <PageHeader title="Compare" />
    <EmptyState
      title={people[0] ? `Only ${people[0].name} is chosen` : 'Nobody is chosen yet'}
      action={{ label: 'Find influencers', href: routes.influencers.index.href() }}
    >
      Tick two to four influencers in the search or on a shortlist, then press Compare. Who is not available
      any more cannot be compared.
    </EmptyState>
  </>
)
