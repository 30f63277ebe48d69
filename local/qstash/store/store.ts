import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Libsql from 'libsql'
import * as z from 'zod'
import { Collection } from './collection.ts'
import {
  acceptedSchema,
  deadLetterSchema,
  eventSchema,
  messageSchema,
  queueSchema,
  scheduleSchema,
  settingSchema,
  urlGroupSchema,
} from './documents.ts'

/** Increase this when a document changes. Older files are then emptied: nothing in them is worth a migration. */
const VERSION = 1

const TABLES = {
  messages: messageSchema,
  dead_letters: deadLetterSchema,
  events: eventSchema,
  schedules: scheduleSchema,
  queues: queueSchema,
  url_groups: urlGroupSchema,
  accepted: acceptedSchema,
  settings: settingSchema,
}

/** Everything that survives a restart. */
export type Store = ReturnType<typeof openStore>

/** Opens `file`, or creates it and its folder. `:memory:` keeps nothing. Throws if it cannot. */
export function openStore(file: string) {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
  const database = new Libsql(file)
  // With a write-ahead log, what was written survives even if this process is killed.
  database.exec('pragma journal_mode = wal; pragma synchronous = normal')
  dropOutdated(database)

  return {
    messages: new Collection(database, 'messages', TABLES.messages),
    deadLetters: new Collection(database, 'dead_letters', TABLES.dead_letters),
    events: new Collection(database, 'events', TABLES.events),
    schedules: new Collection(database, 'schedules', TABLES.schedules),
    queues: new Collection(database, 'queues', TABLES.queues),
    urlGroups: new Collection(database, 'url_groups', TABLES.url_groups),
    accepted: new Collection(database, 'accepted', TABLES.accepted),
    settings: new Collection(database, 'settings', TABLES.settings),
    /** Runs changes that must be written together. They must not be undone halfway: `work` must not throw. */
    together<Result>(work: () => Result): Result {
      if (database.inTransaction) return work()
      database.exec('begin immediate')
      try {
        return work()
      } finally {
        database.exec('commit')
      }
    },
    close: () => {
      database.close()
    },
  }
}

function dropOutdated(database: Libsql.Database): void {
  const row = z.object({ user_version: z.number() }).parse(database.prepare('pragma user_version').get())
  if (row.user_version === VERSION) return
  for (const name of Object.keys(TABLES)) database.exec(`drop table if exists ${name}`)
  database.exec(`pragma user_version = ${VERSION}`)
}
