import { routes } from '../../../routes.ts'
import { State } from '../../../ui/data/badge.tsx'
import { OutsideLink } from '../../../ui/page/outside-link.tsx'
import { Prose } from '../../../ui/page/prose.tsx'
import { Person } from '../../../ui/person/person.tsx'
import { Address } from '../../../ui/values/address.tsx'
import { Time } from '../../../ui/values/time.tsx'
import { statusNames } from '../../accounts/people/filters.ts'
import { likenessText, similarSponsors } from '../../sponsors/approvals/likeness.ts'
import type { SponsorRow } from '../../sponsors/approvals/list.ts'
import { AccountState } from '../users/account-state.tsx'

type Props = { sponsor: SponsorRow }

export const SponsorName = ({
  sponsor: { id, company, name, username, email, isEmailConfirmed, requestedName },
}: Props) => (
  <Person
    name={company}
    href={routes.admin.user.href({ userId: id })}
    note={
      <>
        {requestedName === null ? null : (
          <>
            asks for the name{' '}
            <strong class="new-name" dir="auto">
              {requestedName}
            </strong>
            <br />
          </>
        )}
        {name}, @{username}
        <br />
        <Address of={email} />
        {isEmailConfirmed ? null : (
          <>
            <br />
            <State tone="move">Not confirmed</State>
          </>
        )}
      </>
    }
  />
)

export const About = ({ sponsor: { industry, website, about } }: Props) => (
  <>
    <span class="sponsor-about">{industry}</span>{' '}
    {website ? <OutsideLink href={website}>{URL.parse(website)?.host ?? website}</OutsideLink> : null}
    {about === '' ? null : (
      <details class="small">
        <summary>About them</summary>
        <Prose text={about} />
      </details>
    )}
  </>
)

/** Whom they resemble, and why they were rejected before. */
export const Checks = ({ sponsor: { similar, rejections } }: Props) => {
  const others = similarSponsors(similar)
  if (others.length + rejections.length === 0) return <span class="secondary">Nothing unusual</span>
  return (
    <ul class="checks">
      {others.map((other) => (
        <li>
          {likenessText(other.likenesses)}:{' '}
          <a href={routes.admin.user.href({ userId: other.id })} dir="auto">
            {other.name}
          </a>{' '}
          <span class="secondary">({statusNames[other.status].toLowerCase()})</span>
        </li>
      ))}
      {rejections.map(({ reason, at }) => (
        <li>
          Rejected <Time at={at} as="relative" />: <span dir="auto">{reason ?? 'no reason given'}</span>
        </li>
      ))}
    </ul>
  )
}

export const SponsorStatus = ({ sponsor: { status, statusReason } }: Props) => (
  <>
    <AccountState status={status} />
    {status === 'suspended' && statusReason ? <div class="small secondary">{statusReason}</div> : null}
  </>
)
