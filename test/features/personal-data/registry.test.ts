import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { getTableName, is } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { describe, expect, it } from 'vitest'
import { users } from '../../../src/features/accounts/schema.ts'
import { personalRecords } from '../../../src/features/personal-data/registry.ts'

/** Tables that say nothing about anybody, and why. */
const notPersonal: Readonly<Record<string, string>> = {
  attempts: 'counts under hashes that name nobody, and is emptied after an hour',
  audit_seals: 'hashes of the audit log, which name nobody',
  job_runs: 'runs of jobs',
  reason_templates: 'texts that admins choose from, for anybody',
  write_guard: 'only has the number 1',
}

const src = join(import.meta.dirname, '../../../src')

async function allTables(): Promise<SQLiteTable[]> {
  const schemas = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(^|\/)schema\.ts$/.test(file),
  )
  const modules = await Promise.all(schemas.map((file) => import(join(src, file)) as Promise<object>))
  return modules.flatMap((module) => Object.values(module)).filter((value) => is(value, SQLiteTable))
}

const registered = personalRecords.flatMap(({ tables }) => tables).map(getTableName)

describe('the registry of personal data', () => {
  it('has every table', async () => {
    const missing = (await allTables())
      .map(getTableName)
      .filter((name) => !registered.includes(name) && !(name in notPersonal))
      .map(
        (name) =>
          `${name} is in no personal-data.ts. Say there what a person's copy of their data has of it, and what becomes ` +
          `of it when they delete their account (see features/notifications/personal-data.ts), and add it to ` +
          'features/personal-data/registry.ts. If it says nothing about anybody, add it to notPersonal here.',
      )
    expect(missing).toEqual([])
  })

  it('has no table twice, and none that is called not personal', () => {
    expect(registered.filter((name, at) => registered.indexOf(name) !== at || name in notPersonal)).toEqual(
      [],
    )
  })

  it('calls no table not personal that refers to users', async () => {
    const wrong = (await allTables()).filter(
      (table) =>
        getTableName(table) in notPersonal &&
        getTableConfig(table).foreignKeys.some((key) => key.reference().foreignTable === users),
    )
    expect(wrong.map(getTableName)).toEqual([])
  })

  it('names each file once, and says a sentence about each', () => {
    const files = personalRecords.map(({ file }) => file)
    expect(new Set(files).size).toBe(files.length)
    for (const { holds, erasure } of personalRecords) {
      expect(holds).toMatch(/^[A-Z].*\.$/)
      expect(erasure.why).toMatch(/^[A-Z].*\.$/)
    }
  })
})
