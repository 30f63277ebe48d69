import { eq } from 'drizzle-orm'
import type { Env } from '../../env.ts'
import type { Database } from '../../platform/db/database.ts'
import type { MailAttachment } from '../../platform/mail/mailer.ts'
import { users } from '../accounts/schema.ts'
import type { AttachmentsOf, OutgoingMessage } from '../notifications/delivery/senders.ts'
import { plainLocale } from './figures/format-figure.ts'
import { pdfName, reportPdf } from './pdf.ts'
import { readReport } from './queries/read-report.ts'
import { parseReportName } from './report-name.ts'

/** The PDF of a report, for its e-mail. */
export function reportAttachments(env: Env, db: Database): AttachmentsOf {
  const attach = (entry: Entry) => reportAttachment(env, db, entry)
  return { monthly_report: attach, admin_digest: attach }
}

type Entry = NonNullable<OutgoingMessage['entry']>

/**
 * The PDF, drawn when the e-mail is sent, so that the outbox need not store it. It says what the report said when the
 * e-mail was written.
 */
async function reportAttachment(
  env: Env,
  db: Database,
  { userId, path, createdAt }: Entry,
): Promise<MailAttachment[]> {
  const name = parseReportName(path.split('/').at(-1) ?? '')
  const [reader] = await db.orm
    .select({ id: users.id, role: users.role, timeZone: users.timeZone })
    .from(users)
    .where(eq(users.id, userId))
  const options = { now: createdAt, currency: env.CURRENCY, locale: plainLocale }
  const found = name && reader ? await readReport(db, reader, name.month, options) : null
  if (!found || !reader) return []
  const { report } = found
  const content = await reportPdf(report, env, { now: createdAt, timeZone: reader.timeZone })
  return [{ filename: pdfName(report), content, type: 'application/pdf' }]
}
