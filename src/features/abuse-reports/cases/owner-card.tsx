import { Terms } from '../../../ui/data/terms.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { roleNames, statusNames } from '../../accounts/people/filters.ts'
import { ownerHref } from './hrefs.ts'
import type { AbuseCase } from './queries.ts'

/** Who is responsible for what was reported, and how urgent the case is. */
export const OwnerCard = ({ found }: { found: AbuseCase }) => {
  const { owner, weight } = found
  return (
    <>
      <Card eyebrow="Owner">
        <Terms
          items={[
            { term: 'Name', detail: <a href={ownerHref(found)}>{owner.name}</a> },
            { term: 'Username', detail: `@${owner.username}` },
            { term: 'Role', detail: roleNames[owner.role] },
            { term: 'Account', detail: statusNames[owner.status] },
          ]}
        />
      </Card>
      <Card eyebrow="Weight">
        <div class="big">{weight}</div>
        <p class="secondary small">
          Of 1,000. It grows with the number of reporters, how grave their reasons are, and how many of their
          earlier reports were upheld. Cases with more weight come first.
        </p>
      </Card>
    </>
  )
}
