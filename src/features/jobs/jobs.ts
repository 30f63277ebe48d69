import type { Job } from '../../platform/queue/job.ts'
import { verifyAuditLog } from '../audit/verification.ts'
import { writeFiles } from '../personal-data/export/write-files.ts'
import { sendReminders } from '../reminders/send-reminders.ts'
import { sendReports } from '../reports/monthly/send-reports.ts'
import { deliverNotifications, thenDeliver } from './deliver.ts'
import type { JobName } from './schedule.ts'
import { sweep } from './sweep.ts'

/** What each job of the schedule does. */
export const jobs: Record<JobName, Job> = {
  sweep,
  deliver: deliverNotifications,
  exports: thenDeliver(writeFiles),
  'daily-reminders': sendReminders,
  'monthly-reports': sendReports,
  'audit-verification': verifyAuditLog,
}
