import type { PersonalRecord } from '../../../platform/personal-data/record.ts'
import type { Role } from '../../accounts/schema.ts'
import { personalRecords } from '../registry.ts'

/** What goes and what stays, from the same list that the deletion follows. */
export const Consequences = ({ role }: { role: Role }) => (
  <div class="prose">
    <h3>At once</h3>
    <ul>
      <li>Nobody sees your profile, your campaigns or your public page, in search or anywhere else.</li>
      <li>
        Open requests stay, but nobody can agree to them. Their other sides see that your account is being
        deleted.
      </li>
      <li>You can still sign in, only to keep your account or to download your data.</li>
    </ul>
    <h3>After 14 days, for good</h3>
    <ul>
      {sentences('anonymize', role).map((why) => (
        <li>{why}</li>
      ))}
      {sentences('delete', role).map((why) => (
        <li>{why}</li>
      ))}
    </ul>
    <h3>What stays</h3>
    <ul>
      {sentences('keep', role).map((why) => (
        <li>{why}</li>
      ))}
    </ul>
  </div>
)

// The account itself is erased last, but matters most to its owner, so it comes first here.
function sentences(kind: PersonalRecord['erasure']['kind'], role: Role): string[] {
  return personalRecords
    .filter(({ erasure, onlyFor }) => erasure.kind === kind && (onlyFor ?? role) === role)
    .map(({ erasure }) => erasure.why)
    .toReversed()
}
