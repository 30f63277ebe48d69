import { routes } from '../../../routes.ts'
import { Hidden } from '../../../ui/forms/field.tsx'
import { ButtonLink, Form, SubmitButton } from '../../../ui/forms/form.tsx'
import type { AdRequest } from '../ad-request.ts'
import { canPropose } from '../policy.ts'

/** The buttons to accept, counter and reject the latest offer. */
export const Answers = ({ adRequest, mayAccept }: { adRequest: AdRequest; mayAccept: boolean }) => {
  const { id: adRequestId, latest, campaign } = adRequest
  return (
    <>
      {mayAccept ? (
        <Form action={routes.adRequests.acceptance.href({ adRequestId })}>
          <Hidden name="offerNumber" value={latest.number} />
          <Hidden name="campaignVersion" value={campaign.version} />
          <SubmitButton>Accept offer {latest.number}</SubmitButton>
        </Form>
      ) : null}
      {canPropose(adRequest) ? (
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
