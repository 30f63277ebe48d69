import { routes } from '../../routes.ts'
import { Actions, ButtonLink } from '../../ui/forms/form.tsx'
import { TypedValues } from '../../ui/forms/typed-values.tsx'
import { PageHeader } from '../../ui/page/page-header.tsx'
import { Narrow } from '../../ui/page/split.tsx'
import type { SentForm } from './sent-form.ts'

/** For somebody whose session has ended, and whose form is too long to be kept until they have signed in. */
export const UnkeptPage = ({ form: { page, fields } }: { form: SentForm }) => (
  <Narrow>
    <PageHeader
      title="You were signed out"
      subtitle="Nothing has been saved, and this is too long for us to keep. Copy what you need, then sign in."
    />
    <TypedValues values={Object.fromEntries(fields)} />
    <Actions>
      <ButtonLink href={routes.signIn.href({ next: page })}>Sign in</ButtonLink>
    </Actions>
  </Narrow>
)
