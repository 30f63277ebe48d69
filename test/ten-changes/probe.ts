import { afterAll, beforeAll, test } from 'vitest'
import { type App, startApp } from '../support/app.ts'
import { changes } from './changes.ts'

// Runs in the scratch copy, after one of the changes: see run.ts.
const change = changes.find(({ name }) => name === process.env.TEN_CHANGES_PROBE)
if (!change) throw new Error('TEN_CHANGES_PROBE does not name a change.')

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

test(change.name, () => change.probe(app))
