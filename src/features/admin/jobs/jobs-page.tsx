import type { Page } from '../../../platform/http/paging.ts'
import { routes } from '../../../routes.ts'
import { formatCount } from '../../../shared/format.ts'
import { State } from '../../../ui/data/badge.tsx'
import { MorePager } from '../../../ui/data/pager.tsx'
import { type Column, Table } from '../../../ui/data/table.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { StatusBar } from '../../../ui/feedback/status-bar.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Region } from '../../../ui/page/region.tsx'
import { Section } from '../../../ui/page/split.tsx'
import { Time } from '../../../ui/values/time.tsx'
import { type JobName, jobNames, schedule } from '../../jobs/schedule.ts'
import type { JobRun } from '../../jobs/schema.ts'

type Props = {
  /** Whose runs to show; null for all jobs. */
  job: JobName | null
  runs: Page<JobRun>
  isFirst: boolean
  isClockOn: boolean
}

export const JobsPage = (props: Props) => (
  <>
    <PageHeader title="Jobs" subtitle="What Parley does by the clock." />
    {props.isClockOn ? null : (
      <StatusBar
        tone="off"
        sentence="The clock is off, because QStash is not configured. Jobs run only when you start them here."
      />
    )}
    <Table caption="Schedule" columns={jobColumns} rows={jobNames} />
    <Section
      title={props.job === null ? 'Runs' : `Runs of ${props.job}`}
      aside={props.job === null ? null : <a href={routes.admin.jobs.href()}>Runs of all jobs</a>}
    >
      <RunList {...props} />
    </Section>
  </>
)

export const RunList = ({ job, runs, isFirst }: Props) => (
  <Region id="runs">
    {runs.rows.length === 0 ? (
      <EmptyState title="Nothing has run yet">Each run appears here with what it did.</EmptyState>
    ) : (
      <Table caption="Runs, newest first" columns={runColumns} rows={runs.rows} />
    )}
    <MorePager
      region="runs"
      nextHref={runs.next && routes.admin.jobs.href({ job, after: runs.next })}
      firstHref={isFirst ? null : routes.admin.jobs.href({ job })}
      appendTo="tbody"
    />
  </Region>
)

const jobColumns: readonly Column<JobName>[] = [
  {
    header: 'Job',
    small: 'title',
    cell: (job) => (
      <a href={routes.admin.jobs.href({ job })} class="nowrap">
        {job}
      </a>
    ),
  },
  { header: 'What it does', cell: (job) => schedule[job].does },
  { header: 'Schedule (UTC)', cell: (job) => <code class="nowrap">{schedule[job].cron}</code> },
  {
    header: 'Start',
    small: 'action',
    align: 'end',
    cell: (job) => (
      <form method="post" action={routes.admin.jobStart.href({ job })}>
        <button type="submit" class="btn btn-outline btn-sm nowrap">
          Start now<span class="visually-hidden">: {job}</span>
        </button>
      </form>
    ),
  },
]

const runColumns: readonly Column<JobRun>[] = [
  { header: 'Job', small: 'title', cell: ({ job }) => job },
  { header: 'Started', small: 'value', cell: ({ startedAt }) => <Time at={startedAt} as="relative" /> },
  { header: 'Result', cell: (run) => <Result run={run} /> },
  { header: 'Took', align: 'end', cell: ({ took }) => (took === null ? '–' : `${formatCount(took)} ms`) },
  { header: 'Handled', align: 'end', cell: ({ handled }) => formatCount(handled) },
  { header: 'Failed', align: 'end', cell: ({ failed }) => formatCount(failed) },
  { header: 'Chunk', cell: ({ cursor }) => (cursor === null ? 'First' : 'Continued') },
]

const Result = ({ run }: { run: JobRun }) => {
  if (run.error !== null) return <State tone="off">{run.error}</State>
  if (run.took === null) return <State tone="wait">Not finished</State>
  return <State tone="done">{run.next === null ? 'Done' : 'Continues'}</State>
}
