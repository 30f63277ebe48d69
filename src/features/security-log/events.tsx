import { joinFacts } from '../../shared/text/facts.ts'
import { State, type StateTone } from '../../ui/data/badge.tsx'
import { Time } from '../../ui/values/time.tsx'
import { REST } from './commands.ts'
import { securityEventKinds } from './kinds.ts'
import { networkName } from './network.ts'
import type { SecurityEvent } from './schema.ts'

/** Events of a security log, in the order given. */
export const SecurityEvents = ({ events }: { events: readonly SecurityEvent[] }) => (
  <ul class="security-events">
    {events.map((event) => (
      <li>
        <p class="security-event-what">
          <State tone={tones[securityEventKinds[event.kind].tone]}>{whatHappened(event)}</State>
          <span class="secondary">
            <Time at={event.at} />
          </span>
        </p>
        <p class="secondary">{whereFrom(event)}</p>
      </li>
    ))}
  </ul>
)

/** "Wrong password, 5 times" */
export function whatHappened({ kind, count }: Pick<SecurityEvent, 'kind' | 'count'>): string {
  const { label } = securityEventKinds[kind]
  return count === 1 ? label : `${label}, ${count} times`
}

/** "Firefox on Windows · Lisbon, Portugal · IP address 203.0.113.x" */
export function whereFrom({
  device,
  place,
  network,
}: Pick<SecurityEvent, 'device' | 'place' | 'network'>): string {
  if (network === REST) return 'Several other networks and devices'
  return joinFacts(device || 'Unknown device', place, networkName(network))
}

const tones: Readonly<Record<'plain' | 'change' | 'warning', StateTone>> = {
  plain: 'done',
  change: 'wait',
  warning: 'off',
}
