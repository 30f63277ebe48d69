import { type FormState, fieldProps, fieldValue, formWith } from '../../platform/forms/form.ts'
import { routes } from '../../routes.ts'
import type { ActiveFilter } from '../../ui/data/active-filters.tsx'
import { Hidden, TextField } from '../../ui/forms/field.tsx'
import { Form, FormErrors, SubmitButton } from '../../ui/forms/form.tsx'
import { Breadcrumbs } from '../../ui/layout/breadcrumbs.tsx'
import { Card } from '../../ui/page/card.tsx'
import { memo } from '../../ui/page/kept-html.ts'
import { PageHeader } from '../../ui/page/page-header.tsx'
import { Narrow } from '../../ui/page/split.tsx'
import { suggestedName } from './saved-search.ts'

type Props = {
  /** The search's URL. */
  href: string
  filters: readonly ActiveFilter[]
}

/** Next to search results: saves a search that has filters, and links to the saved searches. */
export const SaveSearch = ({ href, filters }: Props) => {
  const name = suggestedName(filters.map(({ label }) => label))
  return (
    <div class="save-search">
      {filters.length > 0 ? (
        <details class="fold">
          <Summary />
          <SaveForm form={formWith({ name, query: href.split('?')[1] ?? '' })} />
        </details>
      ) : null}
      <a class="btn btn-quiet btn-sm" href={routes.searches.index.href()}>
        Saved searches
      </a>
    </div>
  )
}

/** The form again, with the reason why the search could not be saved. */
export const SaveSearchPage = ({ form }: { form: FormState }) => (
  <Narrow>
    <Breadcrumbs
      trail={[{ label: 'Saved searches', href: routes.searches.index.href() }]}
      here="Save this search"
    />
    <PageHeader title="Save this search" />
    <Card>
      <FormErrors errors={form.errors} />
      <SaveForm form={form} />
    </Card>
  </Narrow>
)

// Kept for their quotes and dots: see docs/decisions/0031-kept-html.md.
const Summary = memo(() => <summary class="btn btn-quiet btn-sm">Save this search…</summary>)

const SaveForm = ({ form }: { form: FormState }) => (
  <Form action={routes.searches.index.href()}>
    <Fields query={fieldValue(form, 'query')} name={fieldProps(form, 'name')} />
  </Form>
)

const Fields = memo(({ query, name }: { query: string; name: ReturnType<typeof fieldProps> }) => (
  <>
    <Hidden name="query" value={query} />
    <TextField
      {...name}
      label="Name"
      hint="Your saved searches show how many new matches there are."
      required
    />
    <SubmitButton tone="outline">Save search</SubmitButton>
  </>
))
