import { counted, formatCount } from '../../../../shared/format.ts'
import { State } from '../../../../ui/data/badge.tsx'
import type { Column } from '../../../../ui/data/table.tsx'
import { Time } from '../../../../ui/values/time.tsx'
import { stateOf } from '../../../audit/check.ts'
import type { ListedCheck } from '../../../audit/queries.ts'

export const checkColumns = (now: number): readonly Column<ListedCheck>[] => [
  { header: 'Started', small: 'title', cell: ({ startedAt }) => <Time at={startedAt} /> },
  { header: 'By', cell: ({ startedByName }) => startedByName ?? 'The clock' },
  { header: 'Result', small: 'value', cell: (check) => <Result check={check} now={now} /> },
  { header: 'Seals', align: 'end', cell: ({ sealId }) => formatCount(sealId) },
  { header: 'Events', align: 'end', cell: ({ events }) => formatCount(events) },
]

const Result = ({ check, now }: { check: ListedCheck; now: number }) => {
  switch (stateOf(check, now)) {
    case 'running':
      return <State tone="wait">Running</State>
    case 'cut_off':
      return <State tone="off">Stopped</State>
    case 'right':
      return <State tone="done">Nothing changed</State>
    case 'broken':
      return <State tone="off">{counted(check.breaks.length, 'problem')}</State>
  }
}
