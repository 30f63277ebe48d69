import { isoMoment } from '../../../platform/csv/column.ts'
import { routes } from '../../../routes.ts'
import { formatCount } from '../../../shared/format.ts'
import { State } from '../../../ui/data/badge.tsx'
import { defineList } from '../../../ui/list/list.ts'
import { Time } from '../../../ui/values/time.tsx'
import { runs } from '../../jobs/queries.ts'
import type { JobRun } from '../../jobs/schema.ts'
import { runSearch } from '../../jobs/search.ts'
import { ScheduleTable } from './schedule-table.tsx'

export const runList = defineList({
  name: 'runs',
  title: 'Jobs',
  noun: ['run', 'runs'],
  route: routes.admin.jobs,
  search: runSearch,
  source: runs,
  rowId: ({ id }) => id,
  rowLabel: ({ job }) => job,
  empty: { title: 'Nothing has run yet', text: 'Each run appears here with what it did.' },
  frame: ({ var: { env } }) => ({
    subtitle: 'What Parley does by the clock.',
    above: <ScheduleTable isClockOn={env.QSTASH_TOKEN !== undefined} />,
  }),
  columns: [
    { key: 'job', header: 'Job', small: 'title', cell: ({ job }) => job, csv: ({ job }) => job },
    {
      key: 'started',
      header: 'Started',
      small: 'value',
      sort: { descending: 'newest', ascending: 'oldest' },
      cell: ({ startedAt }) => <Time at={startedAt} as="relative" />,
      csv: ({ startedAt }) => isoMoment(startedAt),
    },
    {
      key: 'result',
      header: 'Result',
      cell: (run) => <Result run={run} />,
      csv: (run) => resultOf(run).text,
    },
    {
      key: 'took',
      header: 'Took',
      align: 'end',
      cell: ({ took }) => (took === null ? '–' : `${formatCount(took)} ms`),
      csv: ({ took }) => took,
    },
    {
      key: 'handled',
      header: 'Handled',
      align: 'end',
      cell: ({ handled }) => formatCount(handled),
      csv: ({ handled }) => handled,
    },
    {
      key: 'failed',
      header: 'Failed',
      align: 'end',
      cell: ({ failed }) => formatCount(failed),
      csv: ({ failed }) => failed,
    },
    {
      key: 'chunk',
      header: 'Chunk',
      cell: ({ cursor }) => chunkOf(cursor),
      csv: ({ cursor }) => chunkOf(cursor),
    },
  ],
})

const Result = ({ run }: { run: JobRun }) => {
  const { tone, text } = resultOf(run)
  return <State tone={tone}>{text}</State>
}

function resultOf({ error, took, next }: JobRun) {
  if (error !== null) return { tone: 'off', text: error } as const
  if (took === null) return { tone: 'wait', text: 'Not finished' } as const
  return { tone: 'done', text: next === null ? 'Done' : 'Continues' } as const
}

function chunkOf(cursor: string | null): string {
  return cursor === null ? 'First' : 'Continued'
}
