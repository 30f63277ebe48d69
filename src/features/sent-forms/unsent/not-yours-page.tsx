import { routes } from '../../../routes.ts'
import { Actions, ButtonLink, Form, SubmitButton } from '../../../ui/forms/form.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Narrow } from '../../../ui/page/split.tsx'

/** For somebody who signed in to another account than the one that the form was opened by. */
export const NotYoursPage = ({ path }: { path: string }) => (
  <Narrow>
    <PageHeader title="This form belongs to another account" />
    <Card>
      <p>
        A form was sent here after its session had ended. It was opened by another account than the one you
        are signed in to now, so it is not shown. Nothing was saved.
      </p>
      <Form action={routes.signOut.href({ next: routes.signIn.href({ next: path }) })} once={false}>
        <Actions>
          <SubmitButton>Sign in to the other account</SubmitButton>
          <ButtonLink href={routes.home.href()} tone="quiet">
            Stay signed in
          </ButtonLink>
        </Actions>
      </Form>
    </Card>
  </Narrow>
)
