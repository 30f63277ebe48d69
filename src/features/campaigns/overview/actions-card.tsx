import { routes } from '../../../routes.ts'
import { counted } from '../../../shared/format.ts'
import { ConfirmDialog } from '../../../ui/forms/confirm-dialog.tsx'
import { Actions, ButtonLink } from '../../../ui/forms/form.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { useLocale } from '../../../ui/values/locale.ts'
import { type Campaign, phaseOf, remove } from '../campaign.ts'
import type { Overview } from './queries.ts'

/** What else a sponsor can do with its campaign in the state that it is in. */
export const ActionsCard = ({ overview: { campaign, requests } }: { overview: Overview }) => {
  const phase = phaseOf(campaign, useLocale().now)
  const running = phase === 'active' || phase === 'ended' || phase === 'paused'
  const deletable = remove(requests.accepted).ok
  if (phase === 'completed' && !deletable) return null
  return (
    <Card eyebrow="Manage">
      <Actions>
        {phase === 'completed' ? null : (
          <ButtonLink href={routes.campaigns.edit.href({ campaignId: campaign.id })}>Edit</ButtonLink>
        )}
        {phase === 'active' ? <AskPause campaign={campaign} /> : null}
        {running ? <AskCompletion campaign={campaign} pending={requests.pending} /> : null}
        {deletable ? (
          <AskDeletion campaign={campaign} pending={requests.pending} />
        ) : running ? (
          <p class="secondary small">
            Something was agreed here, so it stays in the books: it can be completed, not deleted.
          </p>
        ) : null}
      </Actions>
    </Card>
  )
}

const AskPause = ({ campaign }: { campaign: Campaign }) => (
  <ConfirmDialog
    label="Pause…"
    question="Pause this campaign?"
    explain="Nobody can apply or be invited, and nothing new is agreed, until you resume it. What was agreed goes on."
    action={routes.campaigns.pause.href({ campaignId: campaign.id })}
    confirm="Pause it"
    tone="primary"
    labelTone="outline"
  />
)

const AskCompletion = ({ campaign, pending }: { campaign: Campaign; pending: number }) => (
  <ConfirmDialog
    label="Complete…"
    question="Complete this campaign?"
    explain={`That is final: nothing new begins in it. What was agreed goes on.${stranded(pending)}`}
    action={routes.campaigns.completion.href({ campaignId: campaign.id })}
    confirm="Complete it"
    tone="primary"
    labelTone="outline"
  />
)

const AskDeletion = ({ campaign, pending }: { campaign: Campaign; pending: number }) => (
  <ConfirmDialog
    label="Delete…"
    question="Delete this campaign for good?"
    explain={`It cannot be brought back.${lost(pending)}`}
    action={routes.campaigns.deletion.href({ campaignId: campaign.id })}
    confirm="Delete it"
    labelTone="outline"
  />
)

function stranded(pending: number): string {
  if (pending === 0) return ''
  return ` ${counted(pending, 'open request')} can no longer be accepted.`
}

function lost(pending: number): string {
  if (pending === 0) return ''
  const goes = pending === 1 ? 'goes with it; its influencer is' : 'go with it; their influencers are'
  return ` ${counted(pending, 'open request')} ${goes} told.`
}
