import { routes } from '../../../routes.ts'
import type { Column } from '../../../ui/data/table.tsx'
import { SubmitButton } from '../../../ui/forms/form.tsx'
import type { FoundInfluencer } from './queries.ts'

/** What can be done with all that are ticked: it comes into view with the first of them. */
export const InfluencerSelection = () => (
  <form id={SELECTION_FORM} action={routes.adRequests.new.href()} method="get" class="selection">
    <span class="selection-label">Those selected</span>
    <div class="actions">
      <SubmitButton tone="outline" small>
        Invite selected
      </SubmitButton>
      <SubmitButton tone="outline" small formaction={routes.shortlists.choice.href()}>
        Add to a shortlist
      </SubmitButton>
      <SubmitButton tone="outline" small formaction={routes.comparison.href()}>
        Compare
      </SubmitButton>
    </div>
  </form>
)

/** A box for each row, and a link to invite this one alone. */
export const selectColumn: Column<FoundInfluencer> = {
  header: 'Invite',
  align: 'end',
  small: 'action',
  cell: ({ id, name }) => (
    <div class="row-actions">
      <label class="choice">
        <input
          class="form-check-input"
          type="checkbox"
          name="influencer_id"
          value={id}
          form={SELECTION_FORM}
          autocomplete="off"
        />
        <span>
          Select<span class="visually-hidden"> {name}</span>
        </span>
      </label>
      <a class="btn btn-quiet btn-sm" href={routes.adRequests.new.href({ influencerId: id })}>
        Invite<span class="visually-hidden"> {name}</span>
      </a>
    </div>
  ),
}

// The boxes stand in the table and name this form, so that one press takes all that are ticked.
export const SELECTION_FORM = 'selected-influencers'
