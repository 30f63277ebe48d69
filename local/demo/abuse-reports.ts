import { saveDismissal } from '../../src/features/abuse-reports/cases/commands.ts'
import { findCase } from '../../src/features/abuse-reports/cases/queries.ts'
import { saveReport } from '../../src/features/abuse-reports/commands.ts'
import type { DismissalReason } from '../../src/features/abuse-reports/dismissal-reasons.ts'
import type { ReportReason } from '../../src/features/abuse-reports/reasons.ts'
import { findReportable } from '../../src/features/abuse-reports/reportable.ts'
import type { ModeratedThing } from '../../src/features/flags/subject.ts'
import type { Database } from '../../src/platform/db/database.ts'
import type { AbuseCaseId, UserId } from '../../src/shared/ids.ts'
import { HOUR } from '../../src/shared/time.ts'
import { findViewer } from './find-viewer.ts'

/** A campaign by its name, or a person by their username. */
type Thing = { readonly campaign: string } | { readonly user: string }

interface DemoReport {
  readonly hoursAgo: number
  readonly by: string
  readonly about: Thing
  readonly reason: ReportReason
  readonly details: string
  /** How an admin dismissed it, two hours later. */
  readonly dismissed?: DismissalReason
}

export const abuseReports: readonly DemoReport[] = [
  {
    hoursAgo: 30,
    by: 'mara',
    about: { campaign: 'Light for Focus' },
    reason: 'misleading',
    details: 'It promises that a lamp heals migraine. Nobody who has migraine would say that.',
  },
  {
    hoursAgo: 90,
    by: 'kettleandcrumb',
    about: { user: 'rexcalloway' },
    reason: 'fraud',
    details: 'He asked us to pay half of it to his own account before he accepts anything here.',
  },
  {
    hoursAgo: 71,
    by: 'fjordline',
    about: { user: 'rexcalloway' },
    reason: 'misleading',
    details: 'The views on his profile are ten times those on his channel.',
  },
  {
    hoursAgo: 60,
    by: 'jonasberg',
    about: { campaign: 'Light for Focus' },
    reason: 'misleading',
    details: 'The brief asks us to say that the lamp cures headaches. There is no source for that.',
  },
  {
    hoursAgo: 58,
    by: 'kettleandcrumb',
    about: { campaign: 'Light for Focus' },
    reason: 'illegal',
    details: '',
  },
  {
    hoursAgo: 130,
    by: 'lucmarchand',
    about: { campaign: 'Quiet Desk' },
    reason: 'spam',
    details: 'I see this campaign every day.',
    dismissed: 'no_violation',
  },
  {
    hoursAgo: 26,
    by: 'lumendesk',
    about: { user: 'noorvandijk' },
    reason: 'other',
    details: 'Never answers, but stays open to offers.',
  },
]

/** Reports it as its reporter would, if they can see the thing. */
export async function makeReport(
  db: Database,
  { by, about, reason, details }: DemoReport,
  now: number,
): Promise<void> {
  const viewer = await findViewer(db, by)
  const reportable = await findReportable(db, viewer, await findThing(db, about))
  if (!reportable) throw new Error(`${by} does not see what they report in the demo.`)
  const saved = await saveReport(db, reportable, { reason, details }, { actor: viewer.id, now })
  if (!saved.ok) throw new Error(`The demo reports something twice: ${JSON.stringify(about)}`)
}

export async function dismissReport(
  db: Database,
  { about, dismissed }: DemoReport,
  admin: UserId,
  now: number,
): Promise<void> {
  if (!dismissed) return
  const { subject, id } = await findThing(db, about)
  const { rows } = await db.client.execute({
    sql: "select id from abuse_cases where subject = ? and subject_id = ? and state = 'open'",
    args: [subject, id],
  })
  const file = await findCase(db, Number(rows[0]?.id) as AbuseCaseId)
  if (!file) throw new Error(`The demo dismisses a report that it has not made: ${JSON.stringify(about)}`)
  const context = { actor: admin, now, currency: 'USD', requestId: 'demo' }
  await saveDismissal(db, file.found, { dismissalReason: dismissed, note: '' }, context)
}

/** How long the admin needs in the demo. Milliseconds. */
export const TIME_TO_DISMISS = 2 * HOUR

async function findThing(db: Database, about: Thing): Promise<ModeratedThing> {
  const [sql, name] =
    'user' in about
      ? ['select id from users where username = ?', about.user]
      : ['select id from campaigns where name = ?', about.campaign]
  const { rows } = await db.client.execute({ sql, args: [name] })
  const id = Number(rows[0]?.id)
  return { subject: 'user' in about ? 'user' : 'campaign', id } as ModeratedThing
}
