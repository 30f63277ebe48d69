import type { PersonalRecord } from '../../../platform/personal-data/record.ts'
import { personalRecords } from '../registry.ts'

/** What goes and what stays, from the same list that the deletion follows. */
export const Consequences = () => (
  <div class="prose">
    <h3>At once</h3>
    <ul>
      <li>Nobody sees your profile, your campaigns and your public page, in search or anywhere else.</li>
      <li>
        Open requests stay, but nobody can agree to them. Their other sides see that your account is being
        deleted.
      </li>
      <li>You can still sign in, only to keep your account or to download your data.</li>
    </ul>
    <h3>After 14 days, for good</h3>
    <ul>
      {sentences('delete').map((why) => (
        <li>{why}</li>
      ))}
      {sentences('anonymize').map((why) => (
        <li>{why}</li>
      ))}
    </ul>
    <h3>What stays</h3>
    <ul>
      {sentences('keep').map((why) => (
        <li>{why}</li>
      ))}
    </ul>
  </div>
)

function sentences(kind: PersonalRecord['erasure']['kind']): string[] {
  return personalRecords.flatMap(({ erasure }) => (erasure.kind === kind ? [erasure.why] : []))
}
