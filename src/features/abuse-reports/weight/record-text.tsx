import { useLocale } from '../../../ui/values/locale.ts'
import { Time } from '../../../ui/values/time.tsx'
import { blockedUntil, isUnreliable, type ReporterRecord } from './reporter-record.ts'
import { trustOf } from './weight.ts'

/** How somebody's reports were decided so far: "Their reports: 4 upheld, 1 dismissed, 0 in bad faith. Trust: 71 of 100." */
export const RecordText = ({ record }: { record: ReporterRecord }) => {
  const { upheld, dismissed, abusive } = record
  const until = blockedUntil(record, useLocale().now)
  if (upheld + dismissed + abusive === 0) return <>First report{record.open > 1 ? 's' : ''} of this person.</>
  return (
    <>
      Their reports: {upheld} upheld, {dismissed} dismissed,{' '}
      {isUnreliable(record) ? <strong>{abusive} in bad faith</strong> : `${abusive} in bad faith`}. Trust:{' '}
      {trustOf(record)} of 100.
      {until === null ? null : (
        <>
          {' '}
          Cannot report until <Time at={until} as="date" />.
        </>
      )}
    </>
  )
}
