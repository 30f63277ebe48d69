import { routes } from '../../../routes.ts'
import { ButtonLink } from '../../../ui/forms/form.tsx'
import { useLocale } from '../../../ui/values/locale.ts'
import type { AdRequest } from '../ad-request.ts'
import { canPropose } from '../policy.ts'

/** The ways to accept, counter and reject the latest offer. */
export const Answers = ({ adRequest, mayAccept }: { adRequest: AdRequest; mayAccept: boolean }) => (
  <>
    {mayAccept ? <AcceptLink adRequest={adRequest} /> : null}
    <OtherAnswers adRequest={adRequest} />
  </>
)

/** Leads to the look at all the terms, which has the button that accepts them. */
export const AcceptLink = ({ adRequest: { id: adRequestId, latest } }: { adRequest: AdRequest }) => (
  <ButtonLink
    tone="primary"
    href={`${routes.adRequests.show.href({ adRequestId }, { answer: 'accept' })}#answer`}
  >
    Review and accept offer {latest.number}
  </ButtonLink>
)

export const OtherAnswers = ({ adRequest }: { adRequest: AdRequest }) => {
  const { now } = useLocale()
  const adRequestId = adRequest.id
  return (
    <>
      {canPropose(adRequest, now) ? (
        <ButtonLink href={`${routes.adRequests.show.href({ adRequestId }, { answer: 'offer' })}#answer`}>
          Counter
        </ButtonLink>
      ) : null}
      <ButtonLink
        href={`${routes.adRequests.show.href({ adRequestId }, { answer: 'reject' })}#answer`}
        tone="quiet"
      >
        Reject
      </ButtonLink>
    </>
  )
}
