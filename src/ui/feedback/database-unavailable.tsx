import type { DatabaseUnavailable } from '../../platform/db/wait-limit.ts'
import { readForm, type SubmittedValues } from '../../platform/forms/form.ts'
import type { AppContext } from '../../platform/http/context.ts'
import { renderPage } from '../../platform/http/render.ts'
import { snakeCase } from '../../shared/case.ts'
import { Form, SubmitButton } from '../forms/form.tsx'
import { PageHeader } from '../page/page-header.tsx'

/** The page for a database that does not answer. If a form was sent, it can be sent again from here. */
export async function showDatabaseUnavailable(c: AppContext, { during }: DatabaseUnavailable) {
  const values = c.req.method === 'POST' ? await readForm(c) : null
  c.header('Retry-After', '10')
  return renderPage(c, {
    title,
    page: <DatabaseUnavailablePage isUnconfirmed={during === 'write'} action={sentTo(c)} values={values} />,
    status: 503,
  })
}

const title = 'Parley cannot reach its database'

type Props = {
  /** Whether a change was sent to the database. It may or may not have been saved. */
  isUnconfirmed: boolean
  action: string
  /** What was typed into the form that was sent, if one was. */
  values: SubmittedValues | null
}

const DatabaseUnavailablePage = ({ isUnconfirmed, action, values }: Props) => (
  <div class="error-page">
    <PageHeader eyebrow="Error 503" title={title} />
    <div class="prose">
      {isUnconfirmed
        ? "The database didn't confirm your change in time. It may or may not have been saved, so check before you send it again."
        : 'This is our fault, not yours. Try again in a moment.'}
    </div>
    {values ? (
      <Form action={action} label="Send again">
        <p>What you entered is still here. Passwords are not kept.</p>
        {kept(values).flatMap(([name, all]) =>
          all.map((value) => <input type="hidden" name={snakeCase(name)} value={value} />),
        )}
        <dl>
          {typed(values).map(([name, all]) => (
            <>
              <dt>{label(name)}</dt>
              <dd>{all.join(', ')}</dd>
            </>
          ))}
        </dl>
        <SubmitButton>Send again</SubmitButton>
      </Form>
    ) : (
      <div class="actions">
        <a class="btn btn-outline-primary" href={action}>
          Try again
        </a>
      </div>
    )}
  </div>
)

function sentTo(c: AppContext): string {
  const { pathname, search } = new URL(c.req.url)
  return pathname + search
}

function kept(values: SubmittedValues) {
  return Object.entries(values).filter(([name]) => !/password/i.test(name))
}

/** Values that a person wrote or chose. */
function typed(values: SubmittedValues) {
  return kept(values).filter(([name, all]) => all.some(Boolean) && !hiddenFields.has(name))
}

const hiddenFields: ReadonlySet<string> = new Set([
  ...['version', 'campaignVersion', 'offerNumber', 'influencerId', 'formKey', 'usageShown'],
  ...['subject', 'id', 'seen'],
])

function label(name: string): string {
  const words = snakeCase(name).replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
