import type { Viewer } from '../../../platform/http/context.ts'
import { routes } from '../../../routes.ts'
import { ButtonLink } from '../../../ui/forms/form.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { canInvite } from '../../influencers/policy.ts'
import { fieldOf } from '../../influencers/summary.ts'
import { canShortlist } from '../policy.ts'
import { MIN_COMPARED } from './comparison.ts'
import { type Row, type RowGroup, rowsOf } from './comparison-rows.tsx'
import type { Compared } from './queries.ts'

type Props = {
  people: readonly Compared[]
  /** How many of the requested influencers are no longer available. */
  gone: number
  viewer: Viewer
}

export const ComparisonPage = ({ people, gone, viewer }: Props) => {
  const influencerId = people.map(({ id }) => id)
  return (
    <>
      <PageHeader
        title="Compare"
        subtitle={`${people.length} side by side. The best in each row is marked.${gone > 0 ? ` ${unavailableMessage(gone)}` : ''}`}
        aside={
          <div class="actions">
            {canShortlist(viewer) ? (
              <ButtonLink href={routes.shortlists.choice.href({ influencerId })}>
                Add to a shortlist
              </ButtonLink>
            ) : null}
            {canInvite(viewer) ? (
              <ButtonLink href={routes.adRequests.new.href({ influencerId })} tone="primary">
                Invite all {people.length}
              </ButtonLink>
            ) : null}
          </div>
        }
      />
      <ComparisonTable people={people} mayInvite={canInvite(viewer)} />
    </>
  )
}

// A wide table scrolls inside this box, so the box must be focusable for keyboard users.
const ComparisonTable = ({ people, mayInvite }: { people: readonly Compared[]; mayInvite: boolean }) => (
  <section class="card comparison" tabindex={0} aria-label="Side by side">
    <table>
      <caption class="visually-hidden">Influencers side by side</caption>
      <thead>
        <tr>
          <td />
          {people.map((person) => (
            <th scope="col">
              <Head person={person} people={people} mayInvite={mayInvite} />
            </th>
          ))}
        </tr>
      </thead>
      {rowsOf(people).map((group) => (
        <Group group={group} width={people.length} />
      ))}
    </table>
  </section>
)

type HeadProps = { person: Compared; people: readonly Compared[]; mayInvite: boolean }

const Head = ({ person, people, mayInvite }: HeadProps) => {
  const others = people.filter(({ id }) => id !== person.id).map(({ id }) => id)
  return (
    <>
      <a href={routes.influencers.show.href({ influencerId: person.id })} dir="auto">
        {person.name}
      </a>
      <div class="person-note">{fieldOf(person)}</div>
      <div class="actions">
        {mayInvite ? (
          <ButtonLink href={routes.adRequests.new.href({ influencerId: person.id })} small>
            Invite<span class="visually-hidden"> {person.name}</span>
          </ButtonLink>
        ) : null}
        {others.length >= MIN_COMPARED ? (
          <a class="leave-out" href={routes.comparison.href({ influencerId: others })}>
            Remove<span class="visually-hidden"> {person.name}</span>
          </a>
        ) : null}
      </div>
    </>
  )
}

const Group = ({ group, width }: { group: RowGroup; width: number }) => (
  <tbody>
    <tr class="comparison-group">
      <th scope="rowgroup">{group.header}</th>
      <td colspan={width} />
    </tr>
    {group.rows.map((row) => (
      <ComparisonRow row={row} />
    ))}
  </tbody>
)

const ComparisonRow = ({ row: { header, note, cells, best } }: { row: Row }) => (
  <tr>
    <th scope="row">
      {header}
      {note ? <div class="person-note">{note}</div> : null}
    </th>
    {cells.map((cell, index) => (
      <td class={best[index] ? 'is-best' : undefined}>
        {cell} {best[index] ? <span class="best">best</span> : null}
      </td>
    ))}
  </tr>
)

function unavailableMessage(gone: number): string {
  return gone === 1
    ? 'One influencer is no longer available.'
    : `${gone} influencers are no longer available.`
}
