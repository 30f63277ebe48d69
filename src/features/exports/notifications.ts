import type { SQL } from 'drizzle-orm'
import { routes } from '../../routes.ts'
import { formatCount } from '../../shared/format.ts'
import { type NotificationText, notify } from '../notifications/commands.ts'
import { dateTime, paragraph } from '../notifications/email/blocks.ts'
import { type ExportKind, exportKinds } from './kinds.ts'
import type { ExportRow } from './schema.ts'

type Ready = Pick<ExportRow, 'id' | 'userId' | 'kind' | 'rows' | 'expiresAt'> & {
  readonly token: string
}

/** Only the e-mail's button has the token. From the bell, the owner is signed in. */
export function readyNotification(ready: Ready, now: number): SQL[] {
  return notify(ready.userId, {
    kind: 'export_ready',
    subjectId: ready.id,
    period: 'ready',
    ...readyText(ready),
    path: routes.exports.show.href({ exportId: ready.id }),
    at: now,
  })
}

export function readyText({ kind, rows, expiresAt, token }: Omit<Ready, 'id' | 'userId'>): NotificationText {
  const rowCount = `${formatCount(rows)} ${rows === 1 ? 'row' : 'rows'}`
  return {
    title: `Your export of ${nameOf(kind)} is ready`,
    body: [
      paragraph(`The CSV file has ${rowCount}. You can download it until `, dateTime(expiresAt), '.'),
      paragraph('Anyone who has this link can download the file, so please do not forward this e-mail.'),
    ],
    action: { label: 'Download the file', query: { token } },
  }
}

export function failedNotification({ id, userId, kind }: ExportRow, now: number): SQL[] {
  return notify(userId, {
    kind: 'export_ready',
    subjectId: id,
    period: 'failed',
    title: `We couldn't make your export of ${nameOf(kind)}`,
    body: [paragraph('This is our fault, not yours. Please ask for it again, or download it directly.')],
    action: { label: 'Open your exports' },
    path: routes.exports.index.href(),
    at: now,
  })
}

function nameOf(kind: ExportKind): string {
  return exportKinds[kind].label.toLowerCase()
}
