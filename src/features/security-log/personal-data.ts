import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { mutation } from '../../platform/db/write.ts'
import { MAX_ERASED, type Owner, type PersonalRecord } from '../../platform/personal-data/record.ts'
import { byKey, isoTime, PAGE } from '../../platform/personal-data/rows.ts'
import { securityEvents } from './schema.ts'

const log: PersonalRecord = {
  file: 'security-log',
  holds:
    'Your security log of the last 90 days: sign-ins, failed attempts and changes, with the device, place and network.',
  tables: [securityEvents],
  read: byKey(selectEvents, ({ firstAt, at, ...event }) => ({
    ...event,
    firstAt: isoTime(firstAt),
    at: isoTime(at),
  })),
  erasure: {
    kind: 'delete',
    why: 'Your security log is deleted.',
    statements: ({ id }) => [
      mutation
        .delete(securityEvents)
        .where(
          inArray(
            securityEvents.id,
            sql`(select id from ${securityEvents} where ${eq(securityEvents.userId, id)} limit ${MAX_ERASED})`,
          ),
        ),
    ],
  },
}

export const personalData = [log]

function selectEvents({ db, userId }: Owner, after: number) {
  const { id: key, kind, network, device, place, detail, count, firstAt, at } = securityEvents
  return db.orm
    .select({ key, kind, network, device, place, detail, count, firstAt, at })
    .from(securityEvents)
    .where(and(eq(securityEvents.userId, userId), sql`${securityEvents.id} > ${after}`))
    .orderBy(asc(securityEvents.id))
    .limit(PAGE)
}
