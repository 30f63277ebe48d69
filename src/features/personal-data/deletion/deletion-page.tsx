import type { FormState } from '../../../platform/forms/form.ts'
import type { Viewer } from '../../../platform/http/context.ts'
import { routes } from '../../../routes.ts'
import { StatusBar } from '../../../ui/feedback/status-bar.tsx'
import { Actions, ButtonLink, Form, FormErrors, SubmitButton } from '../../../ui/forms/form.tsx'
import { Breadcrumbs } from '../../../ui/layout/breadcrumbs.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Narrow, Stack } from '../../../ui/page/split.tsx'
import { CurrentPasswordField } from '../../accounts/passwords/current-password-field.tsx'
import { Consequences } from './consequences.tsx'

type Props = { viewer: Viewer; form: FormState; hasRunning: boolean }

/** Asks for the second time, and says exactly what happens. */
export const DeletionPage = ({ viewer, form, hasRunning }: Props) => (
  <Narrow>
    <Breadcrumbs
      trail={[{ label: 'Your data', href: routes.settings.data.show.href() }]}
      here="Delete account"
    />
    <PageHeader
      title="Delete your account?"
      subtitle="You have 14 days to change your mind. After that, nobody can bring it back."
    />
    {hasRunning ? <Running /> : null}
    <Stack>
      <Card title="What happens">
        <Consequences role={viewer.role} />
      </Card>
      {hasRunning ? null : (
        <Card title={`Delete the account ${viewer.username}`}>
          <Form action={routes.settings.data.deletion.href()}>
            <FormErrors errors={form.errors} hasPassword />
            <CurrentPasswordField viewer={viewer} form={form} hint="So that we know it's you." />
            <Actions>
              <SubmitButton tone="danger">Delete my account</SubmitButton>
              <a href={routes.settings.data.show.href()}>Keep my account</a>
            </Actions>
          </Form>
        </Card>
      )}
    </Stack>
  </Narrow>
)

/** Why it is not possible now, with the way to what has to end first. */
const Running = () => (
  <StatusBar
    tone="off"
    sentence="You have an agreement that has not ended. The other side counts on you, so you can delete your account when it has ended."
  >
    <ButtonLink href={routes.adRequests.index.href({ listing: 'agreed' })}>View your agreements</ButtonLink>
  </StatusBar>
)
