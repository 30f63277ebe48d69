import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import { CliError } from '../cli-error.ts'
import { endChild, endGroup, endWithUs } from './child-process.ts'

export interface ServerProcess {
  readonly url: string
  /** What the part says about itself, for the banner. */
  readonly details: string
  /** Rejects, with words for a person, when the part ends without being asked to. */
  readonly lost: Promise<never>
  close(): Promise<void>
}

const patience = 5_000
const report = z.union([
  z.object({ url: z.string(), details: z.string().optional() }),
  z.object({ error: z.string() }),
])

/**
 * Runs a file that calls `runServerProcess` in a process of its own, where its work holds up nobody else's. Throws a
 * Trouble with the words of what it failed with there. `stop` ends it while it is still starting.
 */
export async function startServerProcess(
  name: string,
  file: URL,
  options: object,
  stop?: AbortSignal,
): Promise<ServerProcess> {
  // Of its own process group, or Ctrl-C would end it before we ask it to.
  const child = fork(fileURLToPath(file), { detached: true })
  endWithUs(child)
  const { lost, close } = supervise(name, child)

  try {
    child.send(options)
    const [message] = await Promise.race([once(child, 'message', stop && { signal: stop }), lost])
    const said = report.parse(message)
    if ('error' in said) throw new CliError(`${name} did not start: ${said.error}`)
    return { url: said.url, details: said.details ?? '', lost, close }
  } catch (error) {
    await close()
    throw error
  }
}

function supervise(name: string, child: ChildProcess): Pick<ServerProcess, 'lost' | 'close'> {
  let closing = false
  const ended = once(child, 'exit')
  const lost = ended.then(([code, signal]) => {
    // A workerd, for one, outlives a Wrangler that was killed.
    endGroup(child)
    if (!closing) throw new CliError(`${name} ended by itself (${signal ?? `exit code ${code}`})`)
    return new Promise<never>(() => {})
  })
  // Node ends a process for a rejection that nobody has looked at yet.
  lost.catch(() => {})

  const close = async () => {
    closing = true
    if (child.connected) child.disconnect()
    const force = setTimeout(() => endChild(child), patience)
    await ended
    clearTimeout(force)
  }
  return { lost, close }
}

/**
 * The other side, called by the file that `startServerProcess` runs: starts with the options that come, says where it
 * listens, and ends when the one who started it asks to or is gone, however that came.
 */
export function runServerProcess<Options>(
  start: (options: Options) => Promise<{ url: string; details?: string; close(): Promise<void> }>,
): void {
  process.once('message', async (options: Options) => {
    const starting = start(options)
    process.once('disconnect', async () => {
      // Still starting: there is nothing to close yet that wouldn't end with this process.
      const running = await Promise.race([starting, null]).catch(() => null)
      await running?.close()
      process.exit()
    })
    try {
      const { url, details } = await starting
      process.send?.({ url, details })
    } catch (error) {
      process.send?.({ error: words(error) })
    }
  })
}

function words(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause === undefined ? error.message : `${error.message}: ${words(error.cause)}`
}
