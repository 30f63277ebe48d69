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
import type { Choice } from './queries.ts'

type Props = { choice: Choice; form: FormState }

/** Between choosing people and having them on a list: which one, or a new one? */
export const ShortlistChoicePage = ({ choice, form }: Props) => {
  const { chosen, shortlists } = choice
  if (chosen.length === 0) return <NobodyChosen />
  return (
    <Narrow>
      <PageHeader
        title="Add to a shortlist"
        subtitle={<span dir="auto">{chosen.map(({ name }) => name).join(', ')}</span>}
      />
      <FormErrors errors={form.errors} />
      {shortlists.length > 0 ? <OneOfTheLists choice={choice} /> : null}
      <Section title={shortlists.length > 0 ? 'Or to a new list' : 'Your first list'}>
        <NewShortlist form={form} count={shortlists.length} chosen={chosen} />
      </Section>
    </Narrow>
  )
}

// One form for all the lists: each button sends it to its own.
const OneOfTheLists = ({ choice: { chosen, shortlists } }: { choice: Choice }) => (
  <Card title={`Add ${chosen.length > 1 ? `these ${chosen.length}` : 'to'}`}>
    <Form action={routes.shortlists.index.href()} label="Choose a list">
      {chosen.map(({ id }) => (
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

const NobodyChosen = () => (
  <>
    <PageHeader title="Add to a shortlist" />
    <EmptyState
      title="Nobody is chosen yet"
      action={{ label: 'Find influencers', href: routes.influencers.index.href() }}
    >
      Tick one or several in the list, then add them to a shortlist. Who is not available any more cannot be
      added.
    </EmptyState>
  </>
)
