import { routes } from '../../../../routes.ts'
import { joinFacts } from '../../../../shared/text/facts.ts'
import { State } from '../../../../ui/data/badge.tsx'
import { ConfirmDialog } from '../../../../ui/forms/confirm-dialog.tsx'
import { Card } from '../../../../ui/page/card.tsx'
import { Time } from '../../../../ui/values/time.tsx'
import { networkName } from '../../../security-log/network.ts'
import type { OwnSession } from './queries.ts'

/** Where the person is signed in, with buttons to end each session but this one. */
export const SessionList = ({ sessions }: { sessions: readonly OwnSession[] }) => (
  <Card title="Where you're signed in">
    <ul class="session-list">
      {sessions.map((session) => (
        <li>
          <Session session={session} />
        </li>
      ))}
    </ul>
    {sessions.some(({ isCurrent }) => isCurrent !== 1) ? (
      <ConfirmDialog
        label="Sign out everywhere else…"
        labelTone="outline"
        question="Sign out on all other devices?"
        explain="You stay signed in here. Everywhere else, you'll have to sign in again."
        action={routes.settings.security.otherSessionsEnd.href()}
        confirm="Sign out everywhere else"
      />
    ) : null}
  </Card>
)

const Session = ({ session }: { session: OwnSession }) => {
  const { publicId, device, place, network, createdAt, seenAt, isCurrent } = session
  const name = device || 'Unknown device'
  return (
    <>
      <div>
        <p class="session-name">
          <strong>{name}</strong>
          {isCurrent === 1 ? <State tone="done">This device</State> : null}
        </p>
        <p class="secondary">
          {joinFacts(place, networkName(network)) || 'Place unknown'}
          <br />
          Signed in <Time at={createdAt} as="relative" />
          {isCurrent === 1 ? null : (
            <>
              , last seen <Time at={seenAt} as="relative" />
            </>
          )}
        </p>
      </div>
      {isCurrent === 1 ? null : (
        <ConfirmDialog
          label="Sign out…"
          labelOf={name}
          labelTone="quiet"
          small
          question={`Sign out ${name}?`}
          explain="That device will have to sign in again."
          action={routes.settings.security.sessionEnd.href({ sessionId: publicId })}
          confirm="Sign out"
        />
      )}
    </>
  )
}
