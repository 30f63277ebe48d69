import { routes } from '../../../routes.ts'
import type { ShortlistId } from '../../../shared/ids.ts'
import { SubmitButton } from '../../../ui/forms/form.tsx'
import { SELECTION_FORM } from '../influencers/selection.tsx'

type Props = { shortlistId: ShortlistId; after: string | null }

/** What can be done with all who are ticked on a list. */
export const ShortlistSelection = ({ shortlistId, after }: Props) => (
  <form id={SELECTION_FORM} action={routes.adRequests.new.href()} method="get" class="selection">
    <span class="selection-label">Those selected</span>
    <div class="actions">
      <SubmitButton tone="outline" small>
        Invite selected
      </SubmitButton>
      <SubmitButton tone="outline" small formaction={routes.comparison.href()}>
        Compare
      </SubmitButton>
      <SubmitButton tone="outline" small formaction={routes.shortlists.choice.href()}>
        Add to another list
      </SubmitButton>
      <details class="fold">
        <summary class="btn btn-quiet btn-sm is-harm">Remove…</summary>
        <p>Take them off this list, with your notes about them?</p>
        <SubmitButton
          tone="danger"
          small
          formmethod="post"
          formaction={routes.shortlists.removal.href({ shortlistId }, { after })}
        >
          Remove them
        </SubmitButton>
      </details>
    </div>
  </form>
)
