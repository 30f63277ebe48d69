import type { FormState } from '../../../platform/forms/form.ts'
import { routes } from '../../../routes.ts'
import { counted } from '../../../shared/format.ts'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { Hidden } from '../../../ui/forms/field.tsx'
import { Form, FormErrors, SubmitButton } from '../../../ui/forms/form.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Narrow, Section } from '../../../ui/page/split.tsx'
import { NewShortlist } from './new-shortlist.tsx'
import type { ShortlistChoice } from './queries.ts'

type Props = { choice: ShortlistChoice; form: FormState }

/** Choose the shortlist that the selected influencers are added to. */
export const ChooseShortlistPage = ({ choice, form }: Props) => {
  const { selected, shortlists } = choice
  if (selected.length === 0) return <NobodySelected />
  return (
    <Narrow>
      <PageHeader
        title="Add to a shortlist"
        subtitle={<span dir="auto">{selected.map(({ name }) => name).join(', ')}</span>}
      />
      <FormErrors errors={form.errors} />
      {shortlists.length > 0 ? <OneOfTheLists choice={choice} /> : null}
      <Section title={shortlists.length > 0 ? 'Or create a new shortlist' : 'Your first shortlist'}>
        <NewShortlist form={form} count={shortlists.length} selected={selected} />
      </Section>
    </Narrow>
  )
}

// One form for all shortlists: each button submits it to a different one.
const OneOfTheLists = ({ choice: { selected, shortlists } }: { choice: ShortlistChoice }) => (
  <Card title={selected.length > 1 ? `Add ${selected.length} influencers to` : 'Add to'}>
    <Form action={routes.shortlists.index.href()} label="Choose a shortlist">
      {selected.map(({ id }) => (
        <Hidden name="influencerId" value={id} />
      ))}
      <ul class="rows-plain">
        {shortlists.map(({ id, name, members }) => (
          <li class="row-head">
            <span>
              <span dir="auto">{name}</span>
              <span class="timeline-when">{counted(members, 'influencer')}</span>
            </span>
            <SubmitButton
              tone="outline"
              small
              formaction={routes.shortlists.members.href({ shortlistId: id })}
            >
              Add<span class="visually-hidden"> to {name}</span>
            </SubmitButton>
          </li>
        ))}
      </ul>
    </Form>
  </Card>
)

const NobodySelected = () => (
  <>
    <PageHeader title="Add to a shortlist" />
    <EmptyState
      title="No influencers selected"
      action={{ label: 'Find influencers', href: routes.influencers.index.href() }}
    >
      Select influencers in the search results, then add them to a shortlist. Influencers who are no longer
      available can't be added.
    </EmptyState>
  </>
)
