import { routes } from '../../../routes.ts'
import { Actions, ButtonLink, Form, SubmitButton } from '../../../ui/forms/form.tsx'
import { TypedValues } from '../../../ui/forms/typed-values.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Narrow } from '../../../ui/page/split.tsx'
import type { KeptFields } from '../schema.ts'

type Props = {
  openedAs: string
  signedInAs: string
  /** Signs in and then opens the form as it was typed. */
  signInHref: string
  /** What was typed, if it is too long to be kept. */
  unkept: KeptFields | null
}

export const OtherAccountPage = ({ openedAs, signedInAs, signInHref, unkept }: Props) => (
  <Narrow>
    <PageHeader title="This form belongs to another account" />
    <Card>
      <p>
        This form was opened as <bdi>{openedAs}</bdi>. You are signed in as <bdi>{signedInAs}</bdi> now.
        Nothing was saved.
      </p>
      {unkept === null ? (
        <p>
          Sign in as <bdi>{openedAs}</bdi> within an hour, and the form will be here as you typed it.
        </p>
      ) : (
        <>
          <p>This is too long for us to keep, so copy what you need from here.</p>
          <TypedValues values={Object.fromEntries(unkept)} />
        </>
      )}
      <Form action={routes.signOut.href({ next: signInHref })} once={false}>
        <Actions>
          <SubmitButton>
            <span>
              Sign in as <bdi>{openedAs}</bdi>
            </span>
          </SubmitButton>
          <ButtonLink href={routes.home.href()} tone="quiet">
            <span>
              Stay signed in as <bdi>{signedInAs}</bdi>
            </span>
          </ButtonLink>
        </Actions>
      </Form>
    </Card>
  </Narrow>
)
