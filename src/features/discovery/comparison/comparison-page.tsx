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
  /** How many of those asked for are not available any more. */
  gone: number
  viewer: Viewer
}

/** Up to four influencers side by side. */
export const ComparisonPage = ({ people, gone, viewer }: Props) => {
  const influencerId = people.map(({ id }) => id)
  return (
    <>
      <PageHeader
        title="Compare"
        subtitle={`${people.length} side by side, the best of each row marked.${gone > 0 ? ` ${leftOut(gone)}` : ''}`}
        aside={
          <div class="actions">
            {canShortlist(viewer) ? (
              <ButtonLink href={routes.shortlists.choice.href({ influencerId })}>
                Add to a shortlist
              </ButtonLink>
            ) : null}
            {canInvite(viewer) ? (
              <ButtonLink href={routes.adRequests.new.href({ influencerId })} tone="primary">
                Invite these {people.length}
              </ButtonLink>
            ) : null}
          </div>
        }
      />
      <ComparisonTable people={people} mayInvite={canInvite(viewer)} />
    </>
  )
}

// The box scrolls by itself where the table is wider than the page; so the keyboard must get there too.
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
            Leave out<span class="visually-hidden"> {person.name}</span>
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
      <Line row={row} />
    ))}
  </tbody>
)

const Line = ({ row: { header, note, cells, best } }: { row: Row }) => (
  <tr>
    <th scope="row">
      {header}
      {note ? <div class="person-note">{note}</div> : null}
    </th>
    {cells.map((cell, place) => (
      <td class={best[place] ? 'is-best' : undefined}>
        {cell} {best[place] ? <span class="best">best</span> : null}
      </td>
    ))}
  </tr>
)

function leftOut(gone: number): string {
  return gone === 1 ? 'One is not available any more.' : `${gone} are not available any more.`
}
