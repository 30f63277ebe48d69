import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import { CliError } from '../cli-error.ts'
import { endChild, endGroup, endWithUs } from './child-process.ts'

export interface ServerProcess {
  readonly url: string
  /** What the server says about itself, for the banner. */
  readonly details: string
  /** Rejects with a readable message if the process ends on its own. */
  readonly lost: Promise<never>
  close(): Promise<void>
}

const TIMEOUT = 5_000
const report = z.union([
  z.object({ url: z.string(), details: z.string().optional() }),
  z.object({ error: z.string() }),
])

/**
 * Runs a file that calls `runServerProcess` in its own process, so that its work does not slow down the others. Throws a
 * CliError with the message of what failed there. `stop` ends it while it is still starting.
 */
export async function startServerProcess(
  name: string,
  file: URL,
  options: object,
  stop?: AbortSignal,
): Promise<ServerProcess> {
  // In its own process group, or Ctrl-C would end it before we do.
  const child = fork(fileURLToPath(file), { detached: true })
  endWithUs(child)
  const { lost, close } = supervise(name, child)

  try {
    child.send(options)
    const [message] = await Promise.race([once(child, 'message', stop && { signal: stop }), lost])
    const result = report.parse(message)
    if ('error' in result) throw new CliError(`${name} did not start: ${result.error}`)
    return { url: result.url, details: result.details ?? '', lost, close }
  } catch (error) {
    await close()
    throw error
  }
}

function supervise(name: string, child: ChildProcess): Pick<ServerProcess, 'lost' | 'close'> {
  let closing = false
  const ended = once(child, 'exit')
  const lost = ended.then(([code, signal]) => {
    // For example, workerd outlives a Wrangler that was killed.
    endGroup(child)
    if (!closing) throw new CliError(`${name} ended on its own (${signal ?? `exit code ${code}`})`)
    return new Promise<never>(() => {})
  })
  // Without this, Node would end the process because of an unhandled rejection.
  lost.catch(() => {})

  const close = async () => {
    closing = true
    if (child.connected) child.disconnect()
    const force = setTimeout(() => endChild(child), TIMEOUT)
    await ended
    clearTimeout(force)
  }
  return { lost, close }
}

/**
 * Called by the file that `startServerProcess` runs. Receives the options, starts the server, and reports its URL. Ends
 * when the parent asks it to, or when the parent is gone for any reason.
 */
export function runServerProcess<Options>(
  start: (options: Options) => Promise<{ url: string; details?: string; close(): Promise<void> }>,
): void {
  process.once('message', async (options: Options) => {
    const starting = start(options)
    process.once('disconnect', async () => {
      // If it is still starting, everything ends with this process anyway.
      const running = await Promise.race([starting, null]).catch(() => null)
      await running?.close()
      process.exit()
    })
    try {
      const { url, details } = await starting
      process.send?.({ url, details })
    } catch (error) {
      process.send?.({ error: messageOf(error) })
    }
  })
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause === undefined ? error.message : `${error.message}: ${messageOf(error.cause)}`
}
