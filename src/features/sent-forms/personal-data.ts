import { desc, eq } from 'drizzle-orm'
import { mutation } from '../../platform/db/write.ts'
import type { Owner, PersonalRecord } from '../../platform/personal-data/record.ts'
import { all, isoTime } from '../../platform/personal-data/rows.ts'
import { keptForms, usedForms } from './schema.ts'

const MAX_ROWS = 1_000

const kept: PersonalRecord = {
  file: 'unsent-forms',
  holds: 'What you typed into forms after you had been signed out. It is kept for an hour.',
  tables: [keptForms],
  read: all(selectKeptOf, ({ keptAt, ...row }) => ({ ...row, keptAt: isoTime(keptAt) })),
  erasure: {
    kind: 'delete',
    why: 'What you typed into forms and could not send is deleted.',
    statements: ({ id }) => [mutation.delete(keptForms).where(eq(keptForms.userId, id))],
  },
}

const used: PersonalRecord = {
  file: 'sent-forms',
  holds:
    'When you sent which form in the last two days, so that a double click counts once. Not what was in them.',
  tables: [usedForms],
  read: all(selectUsedBy, ({ usedAt, ...row }) => ({ ...row, usedAt: isoTime(usedAt) })),
  erasure: {
    kind: 'delete',
    why: 'The record of the forms that you sent in the last two days is deleted.',
    statements: ({ id }) => [mutation.delete(usedForms).where(eq(usedForms.userId, id))],
  },
}

export const personalData = [kept, used]

function selectKeptOf({ db, userId }: Owner) {
  const { path, fields, keptAt } = keptForms
  return db.orm.select({ path, fields, keptAt }).from(keptForms).where(eq(keptForms.userId, userId))
}

function selectUsedBy({ db, userId }: Owner) {
  const { location, usedAt } = usedForms
  return db.orm
    .select({ location, usedAt })
    .from(usedForms)
    .where(eq(usedForms.userId, userId))
    .orderBy(desc(usedForms.usedAt))
    .limit(MAX_ROWS)
}
