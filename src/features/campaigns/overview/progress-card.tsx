import { counted } from '../../../shared/format.ts'
import { type Cents, formatMoney } from '../../../shared/money.ts'
import { Progress, ProgressSplit } from '../../../ui/data/progress.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { useLocale } from '../../../ui/values/locale.ts'
import { progressOf, type Ratio } from '../progress.ts'
import type { Overview } from './queries.ts'

export const ProgressCard = ({ overview }: { overview: Overview }) => {
  const { currency, locale, now } = useLocale()
  const money = (amount: Cents) => formatMoney(amount, currency, { locale, compact: true })
  const { budget, committed, paid } = overview.campaign
  const { time, days, remaining, deliverables, goals } = progressOf(
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
        wholeText={`${money(committed)} committed`}
        partText={`${money(paid)} paid`}
        text={`${money(remaining)} of ${money(budget)} left`}
      />
      {time && days ? <TimeBar time={time} days={days} /> : null}
      <Progress
        label="Deliverables"
        value={deliverables.done}
        max={deliverables.total}
        text={
          deliverables.total ? `${deliverables.done} of ${deliverables.total} published` : 'None agreed yet'
        }
      />
      {goals.total ? (
        <Progress
          label="Goals"
          value={goals.done}
          max={goals.total}
          text={`${goals.done} of ${goals.total} reached`}
        />
      ) : null}
    </Card>
  )
}

const TimeBar = ({ time, days }: { time: Ratio; days: Ratio }) => (
  <Progress
    label="Time"
    value={time.done}
    max={time.total}
    text={`${days.done} of ${counted(days.total, 'day')} elapsed`}
  />
)
