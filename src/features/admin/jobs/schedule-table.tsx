import { routes } from '../../../routes.ts'
import { type Column, Table } from '../../../ui/data/table.tsx'
import { StatusBar } from '../../../ui/feedback/status-bar.tsx'
import { Form, SubmitButton } from '../../../ui/forms/form.tsx'
import { Section } from '../../../ui/page/split.tsx'
import { type JobName, jobNames, schedule } from '../../jobs/schedule.ts'

/** The jobs, with a button to start each, above the list of runs. */
export const ScheduleTable = ({ isClockOn }: { isClockOn: boolean }) => (
  <>
    {isClockOn ? null : (
      <StatusBar
        tone="off"
        sentence="The clock is off, because QStash is not configured. Jobs run only when you start them here."
      />
    )}
    <Table caption="Schedule" columns={columns} rows={jobNames} />
    <Section title="Runs" />
  </>
)

const columns: readonly Column<JobName>[] = [
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
      <Form action={routes.admin.jobStart.href({ job })}>
        <SubmitButton tone="outline" small>
          Start now<span class="visually-hidden">: {job}</span>
        </SubmitButton>
      </Form>
    ),
  },
]
