import type { WorkerdStructuredLog } from 'miniflare'
import { inject } from 'vitest'
import { type RunningWorker, runWorker } from '../../../local/worker/run-bundle.ts'

type Vars = Readonly<Record<string, string>>
type OnLog = (log: WorkerdStructuredLog) => void

export interface TestWorker {
  readonly url: string
  /** Ends the Worker for this test. Rejects never. */
  close(): Promise<void>
}

/** Where `watched-worker.js` takes new variables, and where it waits for the work that goes on after a response. */
const BEGIN = '/.test/begin'
const END = '/.test/end'
/** The line that it logs last. */
const END_LOG = 'parley:end'

/** Work after a response that takes longer is broken off, with its Worker. */
const PATIENCE = 2000

class PooledWorker {
  #running: RunningWorker | null = null
  #onLog: OnLog = () => undefined

  static async start(): Promise<PooledWorker> {
    const pooled = new PooledWorker()
    pooled.#running = await runWorker({
      script: inject('script'),
      files: inject('files'),
      configuration: inject('configuration'),
      vars: {},
      onLog: (log) => pooled.#onLog(log),
    })
    return pooled
  }

  get url(): string {
    return this.#running?.url ?? ''
  }

  /** Everything that the Worker keeps in memory belongs to its bindings, so new ones make it a new Worker. */
  async begin(vars: Vars, onLog: OnLog): Promise<void> {
    this.#onLog = onLog
    await fetch(this.url + BEGIN, { method: 'POST', body: JSON.stringify(vars) })
  }

  /** Whether all work has ended. */
  async end(): Promise<boolean> {
    const onLog = this.#onLog
    const lastLine = new Promise<true>((resolve) => {
      this.#onLog = (log) => (log.message === END_LOG ? resolve(true) : onLog(log))
    })
    const tooLate = new Promise<false>((resolve) => setTimeout(resolve, PATIENCE, false).unref())
    await fetch(this.url + END, { method: 'POST', signal: AbortSignal.timeout(PATIENCE) }).catch(
      () => undefined,
    )
    return Promise.race([lastLine, tooLate])
  }

  async dispose(): Promise<void> {
    await this.#running?.close()
  }
}

/** Workers that no test uses now. */
const idle: PooledWorker[] = []

/**
 * A Worker with these variables and an empty bucket. Starting one takes longer than most tests, and its first answers
 * are slow, so that test files take over the Workers of the files before them.
 */
export async function takeWorker(varsAt: (url: string) => Vars, onLog: OnLog): Promise<TestWorker> {
  const worker = idle.pop() ?? (await PooledWorker.start())
  await worker.begin(varsAt(worker.url), onLog)
  return {
    url: worker.url,
    async close() {
      if (await worker.end()) idle.push(worker)
      else await worker.dispose()
    },
  }
}
