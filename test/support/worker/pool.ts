import { inject } from 'vitest'
import { type RunningWorker, type RunOptions, runWorker } from '../../../local/worker/run-bundle.ts'
import { BEGIN, END, END_LOG } from './words.ts'

type Vars = RunOptions['vars']
type OnLog = NonNullable<RunOptions['onLog']>

export interface TestWorker {
  readonly url: string
  /** Ends its use by this test. */
  close(): Promise<void>
}

/** A Worker that tests use one after another. */
interface PooledWorker {
  readonly running: RunningWorker
  /** Receives every line that the Worker logs. */
  readonly log: { receive: OnLog }
}

/** In milliseconds. Work that goes on for longer after a response is broken off, with its Worker. */
const PATIENCE = 2000

/** Workers that no test uses now. */
const idle: PooledWorker[] = []

/**
 * A Worker with these variables and an empty bucket. Starting one takes longer than most tests, and its first answers
 * are slow, so a test file takes over the Workers of those before it in the same process.
 */
export async function takeWorker(varsAt: (url: string) => Vars, onLog: OnLog): Promise<TestWorker> {
  const worker = idle.pop() ?? (await startWorker())
  const { url, close } = worker.running
  worker.log.receive = onLog
  const { status } = await fetch(url + BEGIN, { method: 'POST', body: JSON.stringify(varsAt(url)) })
  if (status !== 200) throw new Error(`The Worker took no variables: ${status}`)
  return {
    url,
    async close() {
      if (await isDone(worker)) idle.push(worker)
      else await close()
    },
  }
}

async function startWorker(): Promise<PooledWorker> {
  const log: PooledWorker['log'] = { receive: () => undefined }
  const running = await runWorker({
    script: inject('script'),
    files: inject('files'),
    configuration: inject('configuration'),
    vars: {},
    onLog: (line) => log.receive(line),
  })
  return { running, log }
}

/** Waits for the Worker's work and for all that it logs. False if that takes too long. */
async function isDone({ running, log }: PooledWorker): Promise<boolean> {
  const { receive } = log
  const lastLine = new Promise<true>((resolve) => {
    log.receive = (line) => (line.message === END_LOG ? resolve(true) : receive(line))
  })
  const tooLate = new Promise<false>((resolve) => setTimeout(resolve, PATIENCE, false))
  const end = fetch(running.url + END, { method: 'POST', signal: AbortSignal.timeout(PATIENCE) })
  await end.catch(() => undefined)
  return Promise.race([lastLine, tooLate])
}
