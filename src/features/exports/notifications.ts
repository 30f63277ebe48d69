import type { SQL } from 'drizzle-orm'
import { routes } from '../../routes.ts'
import { formatCount } from '../../shared/format.ts'
import { type NotificationText, notify } from '../notifications/commands.ts'
import { dateTime, paragraph } from '../notifications/email/blocks.ts'
import { csvKind, type FileKind, fileKinds } from './kinds.ts'
import type { ExportRow } from './schema.ts'

type Ready = Pick<ExportRow, 'id' | 'userId' | 'kind' | 'rows' | 'expiresAt'> & {
  readonly token: string
  readonly canSignIn: boolean
}

/** Only the e-mail's button has the token. From the bell, the owner is signed in. */
export function readyNotification(ready: Ready, now: number): SQL[] {
  return notify(ready.userId, {
    kind: 'export_ready',
    subjectId: ready.id,
    period: 'ready',
    ...(csvKind(ready.kind) === null ? personalReadyText(ready) : readyText(ready)),
    path: routes.exports.show.href({ exportId: ready.id }),
    at: now,
  })
}

export function readyText({
  kind,
  rows,
  expiresAt,
  token,
}: Omit<Ready, 'id' | 'userId' | 'canSignIn'>): NotificationText {
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

/**
 * The file holds everything, so whoever has the link must sign in, too. Somebody who is suspended cannot: for them, the
 * link has to be enough.
 */
function personalReadyText({
  expiresAt,
  token,
  canSignIn,
}: Pick<Ready, 'expiresAt' | 'token' | 'canSignIn'>): NotificationText {
  return {
    title: 'The file with your data is ready',
    body: [
      paragraph(
        'It is a ZIP file with everything that Parley stores about your account. You can download it until ',
        dateTime(expiresAt),
        '.',
      ),
      paragraph(
        canSignIn
          ? 'You need to sign in to download it.'
          : 'Anyone who has this link can download the file, so please do not forward this e-mail.',
      ),
    ],
    action: { label: 'Download your data', ...(canSignIn ? {} : { query: { token } }) },
  }
}

export function failedNotification({ id, userId, kind }: ExportRow, now: number): SQL[] {
  return notify(userId, {
    kind: 'export_ready',
    subjectId: id,
    period: 'failed',
    ...(csvKind(kind) === null
      ? {
          title: "We couldn't make the file with your data",
          body: [paragraph('This is our fault, not yours. Please ask for it again.')],
          action: { label: 'Your data' },
          path: routes.settings.data.show.href(),
        }
      : {
          title: `We couldn't make your export of ${nameOf(kind)}`,
          body: [
            paragraph('This is our fault, not yours. Please ask for it again, or download it directly.'),
          ],
          action: { label: 'Open your exports' },
          path: routes.exports.index.href(),
        }),
    at: now,
  })
}

function nameOf(kind: FileKind): string {
  return fileKinds[kind].label.toLowerCase()
}
