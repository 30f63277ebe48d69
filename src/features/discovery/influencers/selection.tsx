import { routes } from '../../../routes.ts'
import type { Column } from '../../../ui/data/table.tsx'
import { SubmitButton } from '../../../ui/forms/form.tsx'
import { memo } from '../../../ui/page/kept-html.ts'
import type { FoundInfluencer } from './queries.ts'

/** The actions for selected rows. It appears when the first row is selected. */
export const InfluencerSelection = memo(() => (
  <form id={SELECTION_FORM} action={routes.adRequests.new.href()} method="get" class="selection">
    <span class="selection-label">Selected influencers</span>
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
))

/** A checkbox, and a link to invite only this influencer. */
export const selectColumn: Column<FoundInfluencer> = {
  header: 'Invite',
  align: 'end',
  small: 'action',
  cell: ({ id, name }) => <Select id={id} name={name} />,
}

type SelectProps = Pick<FoundInfluencer, 'id' | 'name'> & { checked?: boolean | undefined }

export const Select = ({ id, name, checked }: SelectProps) => (
  <div class="row-actions">
    <label class="choice">
      <input
        class="form-check-input"
        type="checkbox"
        name="influencer_id"
        value={id}
        checked={checked}
        form={SELECTION_FORM}
        autocomplete="off"
        aria-label={`Select ${name}`}
      />
      Select
    </label>
    <a
      class="btn btn-quiet btn-sm"
      href={routes.adRequests.new.href({ influencerId: id })}
      aria-label={`Invite ${name}`}
    >
      Invite
    </a>
  </div>
)

// The checkboxes are in the table, outside the form, and refer to it by this id.
export const SELECTION_FORM = 'selected-influencers'
