import type { Viewer } from '../../platform/http/context.ts'
import { routes } from '../../routes.ts'
import { StatusBar } from '../feedback/status-bar.tsx'
import { ButtonLink, Form, SubmitButton } from '../forms/form.tsx'
import { Address } from '../values/address.tsx'

const pagesAboutIt = [routes.settings.account.href(), routes.settings.email.show.href()]

type Props = { viewer: Viewer | null; path: string }

/** Asks to confirm the e-mail address, on every page but those that say so themselves. */
export const UnconfirmedEmail = ({ viewer, path }: Props) => {
  if (!viewer || viewer.unconfirmedEmail === null || viewer.status === 'deleting') return null
  if (pagesAboutIt.some((page) => path.startsWith(page))) return null
  return (
    <StatusBar
      label="E-mail address"
      sentence={
        <>
          Confirm your e-mail address: we sent a link to <Address of={viewer.unconfirmedEmail} />.
        </>
      }
    >
      <Form action={routes.settings.email.link.href()} label="Send the link again">
        <SubmitButton tone="outline" small>
          Send again
        </SubmitButton>
      </Form>
      <ButtonLink href={routes.settings.email.show.href()} tone="quiet" small>
        Change address
      </ButtonLink>
    </StatusBar>
  )
}
