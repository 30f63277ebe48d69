import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { bundleWorker } from '../../../local/worker/bundle.ts'
import { type RunningWorker, runWorker } from '../../../local/worker/run-bundle.ts'
import { compact, readPdf } from './read-pdf.ts'
import { chart, documentOf, names, tableOf } from './sample.ts'

let folder: string
let worker: RunningWorker
let bundleBytes: number

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-pdf-'))
  const bundle = await bundleWorker(folder, 'test/platform/pdf/pdf-worker.ts')
  bundleBytes = bundle.gzipBytes
  worker = await runWorker({
    script: bundle.script,
    files: inject('files'),
    configuration: inject('configuration'),
    vars: {},
  })
})
afterAll(async () => {
  await worker.close()
  await rm(folder, { recursive: true, force: true })
})

it('a Worker draws names of all scripts with the fonts of its static files', async () => {
  const all = Object.values(names)
  const document = documentOf([tableOf(all), { kind: 'drawing', drawing: chart }])
  const response = await worker.fetch('http://parley.test/', {
    method: 'POST',
    body: JSON.stringify(document),
  })
  expect(response.status).toBe(200)
  const { pages, elements } = await readPdf(new Uint8Array(await response.arrayBuffer()))
  const text = compact(pages.join(''))
  for (const name of all) expect(text).toContain(compact(name))
  expect(elements.some(({ role }) => role === 'Figure')).toBe(true)
})

it('a Worker that draws documents stays small', () => {
  expect(bundleBytes).toBeLessThan(315_000)
})
