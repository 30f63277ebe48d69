import { exactTime, timeLeft } from '../../shared/format.ts'
import { State, type StateTone } from '../../ui/data/badge.tsx'
import { useLocale } from '../../ui/values/locale.ts'
import type { Phase } from './campaign.ts'

export const PhaseBadge = ({ phase, flagged }: { phase: Phase; flagged: boolean }) => (
  <span class="chips">
    {flagged ? <State tone="off">Flagged</State> : null}
    <State tone={tones[phase]}>{phaseLabels[phase]}</State>
  </span>
)

/** In the order of the tabs. */
export const phaseLabels: Readonly<Record<Phase, string>> = {
  draft: 'Draft',
  active: 'Active',
  paused: 'Paused',
  ended: 'Ended',
  completed: 'Completed',
}

export const phases = Object.keys(phaseLabels) as [Phase, ...Phase[]]

const tones: Record<Phase, StateTone> = {
  draft: 'wait',
  active: 'done',
  ended: 'off',
  paused: 'wait',
  completed: 'wait',
}

/** "ends in 23 days", then "ended". Hovering shows the exact time. */
export const Ends = ({ at }: { at: number }) => {
  const { now, timeZone } = useLocale()
  return (
    <time class="time-left" datetime={new Date(at).toISOString()} title={exactTime(at, timeZone)}>
      {at <= now ? 'ended' : `ends in ${timeLeft(at, now).replace(' left', '')}`}
    </time>
  )
}
