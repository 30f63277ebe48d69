import { readForm, type SubmittedValues } from '../../platform/forms/form.ts'
import type { AppContext } from '../../platform/http/context.ts'
import type { TooBusy } from '../../platform/http/errors.ts'
import { renderPage } from '../../platform/http/render.ts'
import { Hidden, TextField } from '../forms/field.tsx'
import { Actions, Form, SubmitButton } from '../forms/form.tsx'
import { PageHeader } from '../page/page-header.tsx'

/** The page for a form that could not be handled yet. It can be sent again from here: only passwords are typed again. */
export async function showTooBusy(c: AppContext, { retryAfter }: TooBusy) {
  c.header('Retry-After', String(retryAfter))
  const { pathname, search } = new URL(c.req.url)
  return renderPage(c, {
    title,
    page: <TooBusyPage action={pathname + search} values={await readForm(c)} retryAfter={retryAfter} />,
    status: 503,
  })
}

const title = 'Too many people at once'

type Props = { action: string; values: SubmittedValues; retryAfter: number }

const TooBusyPage = ({ action, values, retryAfter }: Props) => (
  <div class="error-page">
    <PageHeader eyebrow="Error 503" title={title} />
    <div class="prose">
      {`Many people are signing in or signing up right now, so nothing was done. Wait ${waiting(retryAfter)}, then send it again.`}
    </div>
    <Form action={action} label="Send again">
      <p>What you entered is still here, except for passwords.</p>
      {Object.entries(values).map(([name, all]) =>
        isPassword(name) ? (
          <TextField
            name={name}
            label={labels[name] ?? 'Password'}
            type="password"
            autocomplete={name === 'newPassword' ? 'new-password' : 'current-password'}
            required
          />
        ) : (
          all.map((value) => <Hidden name={name} value={value} />)
        ),
      )}
      <Actions>
        <SubmitButton>Send again</SubmitButton>
      </Actions>
    </Form>
  </div>
)

const isPassword = (name: string): boolean => /password/i.test(name)

const labels: Readonly<Record<string, string | undefined>> = {
  currentPassword: 'Current password',
  newPassword: 'New password',
}

const waiting = (seconds: number): string => (seconds === 1 ? 'a second' : `${seconds} seconds`)
