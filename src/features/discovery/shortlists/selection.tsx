import { routes } from '../../../routes.ts'
import type { ShortlistId } from '../../../shared/ids.ts'
import { PostButton, SubmitButton } from '../../../ui/forms/form.tsx'
import { SELECTION_FORM } from '../influencers/selection.tsx'

type Props = {
  shortlistId: ShortlistId
  after: string | null
  /** Whether a removal comes back with an error. */
  isRemoving: boolean
}

/** The actions for selected members. */
export const ShortlistSelection = ({ shortlistId, after, isRemoving }: Props) => (
  <form id={SELECTION_FORM} action={routes.adRequests.new.href()} method="get" class="selection">
    <span class="selection-label">Selected influencers</span>
    <div class="actions">
      <SubmitButton tone="outline" small>
        Invite selected
      </SubmitButton>
      <SubmitButton tone="outline" small formaction={routes.comparison.href()}>
        Compare
      </SubmitButton>
      <SubmitButton tone="outline" small formaction={routes.shortlists.choice.href()}>
        Add to another shortlist
      </SubmitButton>
      <details class="fold" open={isRemoving}>
        <summary class="btn btn-quiet btn-sm is-harm">Remove…</summary>
        <p>Remove selected from this shortlist? Your notes about them will be deleted too.</p>
        <PostButton formaction={routes.shortlists.removal.href({ shortlistId }, { after })}>
          Remove selected
        </PostButton>
      </details>
    </div>
  </form>
)
