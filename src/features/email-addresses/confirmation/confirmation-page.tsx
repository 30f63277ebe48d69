import { routes } from '../../../routes.ts'
import { Actions, Form, SubmitButton } from '../../../ui/forms/form.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Narrow } from '../../../ui/page/split.tsx'
import type { OpenLink } from '../../email-links/queries.ts'

type Props = { link: OpenLink; token: string }

/** Asks, because programs that scan mail open links too. */
export const ConfirmationPage = ({ link: { address, username }, token }: Props) => (
  <Narrow>
    <PageHeader title="Confirm your e-mail address" />
    <Card>
      <p>
        Use{' '}
        <strong>
          <bdi>{address}</bdi>
        </strong>{' '}
        for the account @{username}?
      </p>
      <Form action={routes.emailLinks.confirmation.href({ token })} once>
        <Actions>
          <SubmitButton>Confirm this address</SubmitButton>
        </Actions>
      </Form>
    </Card>
    <p class="secondary mt-3">If this account isn't yours, close this page. Nothing happens then.</p>
  </Narrow>
)
