import { exactTime, timeLeft } from '../../shared/format.ts'
import { State, type StateTone } from '../../ui/data/badge.tsx'
import { useLocale } from '../../ui/values/locale.ts'
import type { Campaign, Phase } from './campaign.ts'

export const PhaseBadge = ({ phase, flagged }: { phase: Phase; flagged: boolean }) => (
  <span class="chips">
    {flagged ? <State tone="off">Flagged</State> : null}
    <State tone={tones[phase]}>{phaseLabels[phase]}</State>
  </span>
)

/** In the order of the tabs. */
export const phaseLabels: Readonly<Record<Phase, string>> = {
  draft: 'Draft',
  upcoming: 'Upcoming',
  active: 'Active',
  paused: 'Paused',
  ended: 'Ended',
  completed: 'Completed',
}

export const phases = Object.keys(phaseLabels) as [Phase, ...Phase[]]

const tones: Record<Phase, StateTone> = {
  draft: 'wait',
  upcoming: 'wait',
  active: 'done',
  ended: 'off',
  paused: 'wait',
  completed: 'wait',
}

/** "begins in 2 days", then "ends in 23 days", then "ended". Hovering shows the exact time. */
export const Timing = ({ startsAt, endsAt }: Pick<Campaign, 'startsAt' | 'endsAt'>) => {
  const { now } = useLocale()
  if (startsAt !== null && startsAt > now)
    return <Until at={startsAt} text={`begins in ${timeTo(startsAt, now)}`} />
  if (endsAt === null) return null
  return <Until at={endsAt} text={endsAt > now ? `ends in ${timeTo(endsAt, now)}` : 'ended'} />
}

const Until = ({ at, text }: { at: number; text: string }) => (
  <time class="time-left" datetime={new Date(at).toISOString()} title={exactTime(at, useLocale().timeZone)}>
    {text}
  </time>
)

function timeTo(at: number, now: number): string {
  return timeLeft(at, now).replace(' left', '')
}
