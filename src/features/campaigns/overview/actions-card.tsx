import { routes } from '../../../routes.ts'
import { counted } from '../../../shared/format.ts'
import { ConfirmDialog } from '../../../ui/forms/confirm-dialog.tsx'
import { Actions, ButtonLink } from '../../../ui/forms/form.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { useLocale } from '../../../ui/values/locale.ts'
import { type Campaign, checkDeletion, phaseOf } from '../campaign.ts'
import type { Overview } from './queries.ts'

/** What else the sponsor can do with the campaign now. */
export const ActionsCard = ({ overview: { campaign, requests } }: { overview: Overview }) => {
  const phase = phaseOf(campaign, useLocale().now)
  const running = phase !== 'draft' && phase !== 'completed'
  const deletable = checkDeletion(requests.accepted).ok
  if (phase === 'completed' && !deletable) return null
  return (
    <Card eyebrow="Manage">
      <Actions>
        {phase === 'completed' ? null : (
          <ButtonLink href={routes.campaigns.edit.href({ campaignId: campaign.id })}>Edit</ButtonLink>
        )}
        {phase === 'upcoming' || phase === 'active' ? <PauseButton campaign={campaign} /> : null}
        {running ? <CompleteButton campaign={campaign} pending={requests.pending} /> : null}
        {deletable ? <DeleteButton campaign={campaign} pending={requests.pending} /> : null}
      </Actions>
      {running && !deletable ? (
        <p class="secondary small mt-2">
          This campaign has agreements, so it's kept for your records. You can complete it, but not delete it.
        </p>
      ) : null}
    </Card>
  )
}

const PauseButton = ({ campaign }: { campaign: Campaign }) => (
  <ConfirmDialog
    label="Pause…"
    question="Pause this campaign?"
    explain="No new requests or agreements until you resume it. Existing deals continue."
    action={routes.campaigns.pause.href({ campaignId: campaign.id })}
    confirm="Pause campaign"
    tone="primary"
    labelTone="outline"
  />
)

const CompleteButton = ({ campaign, pending }: { campaign: Campaign; pending: number }) => (
  <ConfirmDialog
    label="Complete…"
    question="Complete this campaign?"
    explain={`This is final: no new requests or agreements. Existing deals continue.${closedRequests(pending)}`}
    action={routes.campaigns.completion.href({ campaignId: campaign.id })}
    confirm="Complete campaign"
    tone="primary"
    labelTone="outline"
  />
)

const DeleteButton = ({ campaign, pending }: { campaign: Campaign; pending: number }) => (
  <ConfirmDialog
    label="Delete…"
    question="Delete this campaign for good?"
    explain={`You can't undo this.${deletedRequests(pending)}`}
    action={routes.campaigns.deletion.href({ campaignId: campaign.id })}
    confirm="Delete campaign"
    labelTone="outline"
  />
)

function closedRequests(pending: number): string {
  if (pending === 0) return ''
  return ` ${counted(pending, 'open request')} can no longer be accepted.`
}

function deletedRequests(pending: number): string {
  if (pending === 0) return ''
  const influencers = pending === 1 ? 'The influencer' : 'The influencers'
  return ` ${counted(pending, 'open request')} will be deleted too. ${influencers} will be notified.`
}
