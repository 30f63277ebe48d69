import { counted } from '../../../shared/format.ts'
import { type Cents, formatMoney } from '../../../shared/money.ts'
import { DAY } from '../../../shared/time.ts'
import { Progress, ProgressSplit } from '../../../ui/data/progress.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { useLocale } from '../../../ui/values/locale.ts'
import { type Part, progressOf } from '../progress.ts'
import type { Overview } from './queries.ts'

/** How far a campaign is: time, money, work and goals. */
export const ProgressCard = ({ overview }: { overview: Overview }) => {
  const { currency, locale, now } = useLocale()
  const money = (amount: Cents) => formatMoney(amount, currency, { locale, compact: true })
  const { time, budget, committed, paid, left, deliverables, goals } = progressOf(
    overview.campaign,
    overview.goals,
    overview.deliverables,
    now,
  )
  return (
    <Card eyebrow="Progress" id="progress">
      <ProgressSplit
        label="Budget"
        max={budget}
        whole={committed}
        part={paid}
        wholeText={`${money(committed)} agreed`}
        partText={`${money(paid)} paid`}
        text={`${money(left)} of ${money(budget)} left`}
      />
      {time ? <TimeBar time={time} /> : null}
      <Progress
        label="Deliverables"
        value={deliverables.done}
        max={deliverables.of}
        text={deliverables.of ? `${deliverables.done} of ${deliverables.of} published` : 'Nothing agreed yet'}
      />
      {goals.of ? (
        <Progress
          label="Goals"
          value={goals.done}
          max={goals.of}
          text={`${goals.done} of ${goals.of} reached`}
        />
      ) : null}
    </Card>
  )
}

const TimeBar = ({ time }: { time: Part }) => (
  <Progress
    label="Time"
    value={time.done}
    max={time.of}
    text={`${Math.floor(time.done / DAY)} of ${counted(Math.round(time.of / DAY), 'day')} gone`}
  />
)
