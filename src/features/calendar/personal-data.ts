import { eq } from 'drizzle-orm'
import { mutation } from '../../platform/db/write.ts'
import type { Owner, PersonalRecord } from '../../platform/personal-data/record.ts'
import { all, isoTime } from '../../platform/personal-data/rows.ts'
import { calendarFeeds } from './schema.ts'

const feed: PersonalRecord = {
  file: 'calendar',
  holds: 'Since when your calendar has a secret address. The address itself is in your settings.',
  tables: [calendarFeeds],
  read: all(selectFeed, ({ createdAt }) => ({ createdAt: isoTime(createdAt) })),
  erasure: {
    kind: 'delete',
    why: 'The address of your calendar stops working.',
    statements: ({ id }) => [mutation.delete(calendarFeeds).where(eq(calendarFeeds.userId, id))],
  },
}

export const personalData = [feed]

function selectFeed({ db, userId }: Owner) {
  return db.orm
    .select({ createdAt: calendarFeeds.createdAt })
    .from(calendarFeeds)
    .where(eq(calendarFeeds.userId, userId))
}
