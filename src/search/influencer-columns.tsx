import { routes } from '../routes.ts'
import { countryName } from '../shared/places.ts'
import { categoryLabel, nicheLabel } from '../shared/taxonomy.ts'
import { Count, Percent } from '../ui/count.tsx'
import { Money } from '../ui/money.tsx'
import { Person } from '../ui/person.tsx'
import type { Column } from '../ui/table.tsx'
import type { FoundInfluencer } from './influencer-store.ts'

/** The id of the form that the boxes of `inviteColumn` belong to. */
export const INVITE_FORM = 'invite-selected'

export const influencerColumns: readonly Column<FoundInfluencer>[] = [
  { header: 'Influencer', small: 'title', cell: (influencer) => <Found influencer={influencer} /> },
  { header: 'Reach', align: 'end', small: 'value', cell: ({ reach }) => <Count value={reach} /> },
  {
    header: 'Engagement',
    align: 'end',
    cell: ({ engagementRate }) => <Percent share={engagementRate} />,
  },
  {
    header: 'From',
    align: 'end',
    cell: ({ lowestPrice }) =>
      lowestPrice === null ? (
        <span class="secondary">no rates yet</span>
      ) : (
        <Money cents={lowestPrice} compact />
      ),
  },
  { header: 'Rating', align: 'end', cell: () => <span class="secondary">no rating yet</span> },
]

/** For sponsors: a box to invite several at once, and a link for this one. */
export const inviteColumn: Column<FoundInfluencer> = {
  header: 'Invite',
  align: 'end',
  small: 'action',
  cell: ({ id, name }) => (
    <div class="row-actions">
      <label class="choice">
        <input class="form-check-input" type="checkbox" name="influencer_id" value={id} form={INVITE_FORM} />
        <span>
          Select<span class="visually-hidden"> {name}</span>
        </span>
      </label>
      <a class="btn btn-quiet btn-sm" href={routes.adRequests.new.href({ influencer_id: id })}>
        Invite<span class="visually-hidden"> {name}</span>
      </a>
    </div>
  ),
}

const Found = ({ influencer: { id, name, category, niche, country } }: { influencer: FoundInfluencer }) => (
  <Person
    name={name}
    href={routes.influencers.show.href({ influencerId: id })}
    note={[categoryLabel(category), nicheLabel(category, niche), countryName(country)]
      .filter(Boolean)
      .join(' · ')}
  />
)
