import { afterEach, beforeEach, expect, test } from 'vitest'
import { type LibsqlServer, startLibsql } from '../../../local/libsql/server.ts'
import { close, FAILING_SQL, pipeline, post } from './raw.ts'

let server: LibsqlServer

beforeEach(async () => {
  server = await startLibsql({ file: ':memory:' })
})

afterEach(() => server.close())

const ok = (step: number) => ({ type: 'ok', step })
const error = (step: number) => ({ type: 'error', step })
const not = (cond: unknown) => ({ type: 'not', cond })
const yes = ok(0)
const no = error(0)

test.each([
  ['ok of a success', ok(0), true],
  ['ok of a failure', ok(1), false],
  ['ok of a skipped step', ok(2), false],
  ['error of a success', error(0), false],
  ['error of a failure', error(1), true],
  ['error of a skipped step', error(2), false],
  ['not of true', not(yes), false],
  ['not of false', not(no), true],
  ['and of only true', { type: 'and', conds: [yes, yes] }, true],
  ['and with one false', { type: 'and', conds: [yes, no] }, false],
  ['and of an empty list', { type: 'and', conds: [] }, true],
  ['or with one true', { type: 'or', conds: [no, yes] }, true],
  ['or of only false', { type: 'or', conds: [no, no] }, false],
  ['or of an empty list', { type: 'or', conds: [] }, false],
  ['is_autocommit outside a transaction', { type: 'is_autocommit' }, true],
])('%s', async (_name, condition, runs) => {
  const setting = [{ sql: 'SELECT 1' }, { sql: FAILING_SQL }, { sql: 'SELECT 1', condition: no }]
  const ran = await stepsThatRan([...setting, { sql: 'SELECT 1', condition }])
  expect(ran).toEqual(['ok', 'error', 'skipped', runs ? 'ok' : 'skipped'])
})

test('is_autocommit within a transaction', async () => {
  const condition = { type: 'is_autocommit' }
  const steps = [
    { sql: 'BEGIN' },
    { sql: 'SELECT 1', condition },
    { sql: 'COMMIT' },
    { sql: 'SELECT 1', condition },
  ]
  expect(await stepsThatRan(steps)).toEqual(['ok', 'skipped', 'ok', 'ok'])
})

test('a condition on a later step is refused', async () => {
  const steps = [{ stmt: { sql: 'SELECT 1' }, condition: ok(0) }]
  expect((await post(server.url, { requests: [{ type: 'batch', batch: { steps } }] })).status).toBe(400)
})

async function stepsThatRan(steps: { sql: string; condition?: unknown }[]) {
  const batch = { steps: steps.map(({ sql, condition }) => ({ condition, stmt: { sql } })) }
  const { results } = await pipeline(server.url, [{ type: 'batch', batch }, close])
  const { step_results, step_errors } = results[0].response.result
  return steps.map((_, index) => {
    if (step_results[index]) return 'ok'
    return step_errors[index] ? 'error' : 'skipped'
  })
}
