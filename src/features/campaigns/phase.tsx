import { exactTime } from '../../shared/format.ts'
import { State, type StateTone } from '../../ui/data/badge.tsx'
import { useLocale } from '../../ui/values/locale.ts'
import { type Phase, phaseLabels } from './campaign.ts'
import { type Schedule, timingText } from './schedule.ts'

export const PhaseBadge = ({ phase, flagged }: { phase: Phase; flagged: boolean }) => (
  <span class="chips">
    {flagged ? <State tone="off">Flagged</State> : null}
    <State tone={tones[phase]}>{phaseLabels[phase]}</State>
  </span>
)

const tones: Record<Phase, StateTone> = {
  draft: 'wait',
  upcoming: 'wait',
  active: 'done',
  ended: 'wait',
  paused: 'wait',
  completed: 'wait',
}

type TimingProps = {
  /** For example a campaign. */
  of: Schedule
  /** Whether it is in the middle of a sentence. */
  inSentence?: boolean
}

/** "Starts in 2 days", then "Ends in 23 days", then "Ended". Hovering shows the exact time. */
export const Timing = ({ of, inSentence = false }: TimingProps) => {
  const { now, timeZone } = useLocale()
  const text = timingText(of, now)
  const at = of.startsAt !== null && of.startsAt > now ? of.startsAt : of.endsAt
  if (text === null || at === null) return null
  return (
    <time class="time-left" datetime={new Date(at).toISOString()} title={exactTime(at, timeZone)}>
      {inSentence ? text.charAt(0).toLowerCase() + text.slice(1) : text}
    </time>
  )
}
