import type { DatabaseUnavailable } from '../../platform/db/wait-limit.ts'
import { readForm, readSubmittedToken, type SubmittedValues } from '../../platform/forms/form.ts'
import { TOKEN_FIELD } from '../../platform/forms/form-token.ts'
import type { AppContext } from '../../platform/http/context.ts'
import { renderPage } from '../../platform/http/render.ts'
import { snakeCase } from '../../shared/case.ts'
import { Actions, ButtonLink, Form, SubmitButton } from '../forms/form.tsx'
import { TypedValues, withoutSecrets } from '../forms/typed-values.tsx'
import { PageHeader } from '../page/page-header.tsx'

/** The page for a database that does not answer. If a form was sent, it can be sent again from here. */
export async function showDatabaseUnavailable(c: AppContext, { isUnconfirmed }: DatabaseUnavailable) {
  const isForm = c.req.method === 'POST'
  const values = isForm ? await readForm(c) : null
  const token = isForm ? await readSubmittedToken(c) : undefined
  c.header('Retry-After', '10')
  return renderPage(c, {
    title,
    page: (
      <DatabaseUnavailablePage
        isUnconfirmed={isUnconfirmed}
        action={sentTo(c)}
        values={values}
        token={token}
      />
    ),
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
  /** The form's token: if the change was saved after all, sending the form again does nothing. */
  token: string | undefined
}

const DatabaseUnavailablePage = ({ isUnconfirmed, action, values, token }: Props) => (
  <div class="error-page">
    <PageHeader eyebrow="Error 503" title={title} />
    <p class="prose">
      {isUnconfirmed
        ? "The database didn't confirm your change in time. It may or may not have been saved, so check before you send it again."
        : 'This is our fault, not yours. Try again in a moment.'}
    </p>
    {values ? (
      <Form action={action} label="Send again" once={false}>
        {token === undefined ? null : <input type="hidden" name={TOKEN_FIELD} value={token} />}
        <p>What you entered is still here. Passwords are not kept.</p>
        {withoutSecrets(values).flatMap(([name, all]) =>
          all.map((value) => <input type="hidden" name={snakeCase(name)} value={value} />),
        )}
        <TypedValues values={values} />
        <SubmitButton>Send again</SubmitButton>
      </Form>
    ) : (
      <Actions>
        <ButtonLink href={action}>Try again</ButtonLink>
      </Actions>
    )}
  </div>
)

function sentTo(c: AppContext): string {
  const { pathname, search } = new URL(c.req.url)
  return pathname + search
}
