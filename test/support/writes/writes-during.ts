import { type WriteMessage, writes } from '../../../src/platform/db/write.ts'

type Write = Pick<WriteMessage, 'statements' | 'invalidates'>

/** Every `write()` that happens while `run` runs, without the values of its parameters. */
export async function writesDuring(run: () => Promise<unknown>): Promise<Write[]> {
  const seen: Write[] = []
  const listen = (message: unknown) => {
    const { statements, invalidates } = message as WriteMessage
    seen.push({ statements, invalidates })
  }
  writes.subscribe(listen)
  try {
    await run()
  } finally {
    writes.unsubscribe(listen)
  }
  return seen
}
