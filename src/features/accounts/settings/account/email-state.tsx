import { routes } from '../../../../routes.ts'
import { HOUR } from '../../../../shared/time.ts'
import { State } from '../../../../ui/data/badge.tsx'
import { Terms } from '../../../../ui/data/terms.tsx'
import { Form, SubmitButton } from '../../../../ui/forms/form.tsx'
import { Time } from '../../../../ui/values/time.tsx'
import { UNVISITED_DAYS } from '../../unconfirmed.ts'
import type { OwnAccount } from './queries.ts'

type Props = { account: Pick<OwnAccount, 'email' | 'isEmailConfirmed' | 'newEmail' | 'newEmailRequestedAt'> }

/** How long a link to a new address works. */
const LINK_LIFETIME = 48 * HOUR

/** The account's address and the new one that it waits for, with what can be done about them. */
export const EmailState = ({ account }: Props) => {
  const { email, isEmailConfirmed, newEmail, newEmailRequestedAt } = account
  return (
    <>
      <Terms
        items={[
          {
            term: 'Current address',
            detail: (
              <>
                <bdi>{email}</bdi>{' '}
                <State tone={isEmailConfirmed ? 'done' : 'move'}>
                  {isEmailConfirmed ? 'Confirmed' : 'Not confirmed'}
                </State>
              </>
            ),
          },
          ...(newEmail === null || newEmailRequestedAt === null
            ? []
            : [
                {
                  term: 'New address',
                  detail: (
                    <>
                      <bdi>{newEmail}</bdi>, if you confirm it before{' '}
                      <Time at={newEmailRequestedAt + LINK_LIFETIME} />
                    </>
                  ),
                },
              ]),
        ]}
      />
      {isEmailConfirmed && newEmail === null ? null : (
        <>
          <p class="secondary mt-3">
            We sent a link to <bdi>{newEmail ?? email}</bdi>. If it doesn't arrive, check your spam folder,
            and make sure that the address is right.
            {isEmailConfirmed
              ? null
              : ` We remove accounts without a confirmed address after ${UNVISITED_DAYS} days without a visit.`}
          </p>
          <div class="actions">
            <Form action={routes.settings.email.link.href()} label="Send the link again">
              <SubmitButton tone="outline">Send again</SubmitButton>
            </Form>
            {newEmail === null ? null : (
              <Form action={routes.settings.email.cancellation.href()} label="Cancel the change">
                <SubmitButton tone="outline">Cancel change</SubmitButton>
              </Form>
            )}
          </div>
        </>
      )}
    </>
  )
}
