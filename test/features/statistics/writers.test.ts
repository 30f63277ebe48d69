import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { getTableName } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { figureSources } from '../../../src/features/statistics/sources.ts'

/** Every file that writes to a table that figures count, and why the random changes cover it. */
const covered: Readonly<Record<string, string>> = {
  'accounts/commands.ts users': 'signing up, approval, rejection, suspension',
  'accounts/personal-data.ts users': 'an account is deleted',
  'accounts/suspension/end-suspension.ts users': 'the end of a suspension',
  'accounts/settings/account/commands.ts users': 'changes nothing that is counted',
  'accounts/settings/password/commands.ts users': 'changes nothing that is counted',
  'accounts/sessions/commands.ts users': 'changes nothing that is counted',
  'ad-requests/commands.ts adRequests': 'counter, edit, accept, reject, withdraw',
  'ad-requests/deletion/commands.ts adRequests': 'an account is deleted',
  'ad-requests/flags/commands.ts adRequests': 'flag, lift',
  'ad-requests/personal-data/records.ts adRequests': 'an account is deleted',
  'ad-requests/opening/commands.ts adRequests': 'invite, apply',
  'ad-requests/sweep/commands.ts adRequests': 'expire',
  'ad-requests/sweep/remind-of-offers.ts adRequests': 'changes nothing that is counted',
  'campaigns/commands.ts adRequests': 'edit: an earlier end of the campaign',
  'campaigns/commands.ts campaigns': 'create, edit, publish, pause, resume, complete, delete, commit',
  'campaigns/personal-data/records.ts campaigns': 'an account is deleted',
  'campaigns/record-ends.ts campaigns': 'the sweep records ends',
  'collaborations/commands.ts collaborations': 'accept',
  'influencers/commands.ts influencers': 'signing up',
  'influencers/personal-data/records.ts influencers': 'an account is deleted',
  'influencers/recompute-metrics.ts influencers': 'adding and removing channels',
}

test('every writer of a counted table is in the random changes', () => {
  const known = Object.keys(covered)
  const found = writers()
  const missing = found.filter((writer) => !known.includes(writer))
  const advice = `Add the changes of ${missing.join(' and ')} to random-changes.ts, and name them above`
  expect(missing, advice).toEqual([])
  expect(known.filter((writer) => !found.includes(writer))).toEqual([])
})

/** Like `campaigns/commands.ts campaigns`: a file below `src/features` and a table that it writes to. */
function writers(): string[] {
  const features = join(import.meta.dirname, '../../../src/features')
  const files = readdirSync(features, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  )
  return files.flatMap((file) => {
    const text = readFileSync(join(features, file), 'utf8')
    return tables
      .filter((table) => new RegExp(writesTo(table)).test(text))
      .map((table) => `${relative(features, join(features, file))} ${table}`)
  })
}

/** The names that the tables have in the code: `adRequests`. */
const tables = [
  ...new Set(
    Object.values(figureSources).map(({ from }) =>
      getTableName(from).replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
    ),
  ),
]

function writesTo(table: string): string {
  const name = `\\$\\{${table}\\}`
  return `mutation\\s*\\.(insert|update|delete)\\(${table}\\)|insertEach\\(\\s*${table},|(update|delete from|insert into) ${name}`
}
