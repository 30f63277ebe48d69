import { eq } from 'drizzle-orm'
import { mutation } from '../../platform/db/write.ts'
import type { Owner, PersonalRecord } from '../../platform/personal-data/record.ts'
import { all, isoTime } from '../../platform/personal-data/rows.ts'
import { emailLinks } from './schema.ts'

const links: PersonalRecord = {
  file: 'links-sent-to-you',
  holds:
    'The open links that we e-mailed you, to confirm an address or to set a new password. The links themselves are left out.',
  tables: [emailLinks],
  read: all(selectLinks, ({ createdAt, expiresAt, ...row }) => ({
    ...row,
    createdAt: isoTime(createdAt),
    expiresAt: isoTime(expiresAt),
  })),
  erasure: {
    kind: 'delete',
    why: 'Links that we e-mailed to you stop working.',
    statements: ({ id }) => [mutation.delete(emailLinks).where(eq(emailLinks.userId, id))],
  },
}

export const personalData = [links]

function selectLinks({ db, userId }: Owner) {
  const { purpose, address, createdAt, expiresAt } = emailLinks
  return db.orm
    .select({ purpose, address, createdAt, expiresAt })
    .from(emailLinks)
    .where(eq(emailLinks.userId, userId))
    .limit(500)
}
