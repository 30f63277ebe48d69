import { counted } from '../../shared/format.ts'
import { DAY, dayAt } from '../../shared/time.ts'
import { useLocale } from '../../ui/values/locale.ts'
import { Day } from '../../ui/values/time.tsx'

/** The day when a channel's numbers were looked up, and how old they are. */
export const MetricsDate = ({ day }: { day: string }) => {
  const { now, timeZone } = useLocale()
  const age = (Date.parse(dayAt(now, timeZone)) - Date.parse(day)) / DAY
  return (
    <>
      <Day day={day} />
      {age > 0 ? (
        <>
          {' '}
          <span class="secondary small nowrap">({counted(age, 'day')} old)</span>
        </>
      ) : null}
    </>
  )
}
