import * as z from 'zod'

const targets = z.array(z.object({ id: z.string(), webSocketDebuggerUrl: z.string() }))
const usage = z.object({ result: z.object({ usedSize: z.number() }) })

export interface HeapWatch {
  /** The most that a Worker's JavaScript heap held so far, garbage included, in MB. */
  peak(): number
  close(): Promise<void>
}

/** Watches the heap of the Worker whose inspector listens on a port. Production ends a Worker at 128 MB. */
export async function watchHeap(port: number): Promise<HeapWatch> {
  const found = targets.parse(await (await fetch(`http://127.0.0.1:${port}/json`)).json())
  const target = found.find(({ id }) => id.startsWith('core:user:'))
  if (!target) throw new Error('The inspector has no Worker.')
  const inspector = await connect(target.webSocketDebuggerUrl)

  let peak = 0
  const used = async () => {
    const { result } = usage.parse(await inspector.send('Runtime.getHeapUsage'))
    peak = Math.max(peak, result.usedSize)
  }
  const timer = setInterval(() => used().catch(() => undefined), 200)
  return {
    peak: () => megabytes(peak),
    async close() {
      clearInterval(timer)
      inspector.close()
    },
  }
}

async function connect(url: string) {
  const socket = new WebSocket(url)
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true })
    socket.addEventListener('error', reject, { once: true })
  })
  let last = 0
  const waiting = new Map<number, (answer: unknown) => void>()
  socket.addEventListener('message', ({ data }) => {
    const answer = z.looseObject({ id: z.number().optional() }).parse(JSON.parse(String(data)))
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer)
  })
  return {
    send: (method: string): Promise<unknown> =>
      new Promise((resolve) => {
        last += 1
        waiting.set(last, resolve)
        socket.send(JSON.stringify({ id: last, method }))
      }),
    close: () => socket.close(),
  }
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024)
}
