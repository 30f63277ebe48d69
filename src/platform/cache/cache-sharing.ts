/*
 * Requests of one isolate that wait for each other. What workerd allows (tried in 1.20260730): a promise that one
 * request makes and settles may be awaited by others, which then go on as themselves, so long as only plain data
 * comes through it. A promise is not to be settled by another request than its maker's. When its maker ends first,
 * it stays pending for ever: so makers are kept going by `afterwards`, and who waits does so for a bounded time and
 * then clears it away. When one who waits ends first, workerd complains in the log as it settles: so they are kept
 * going too.
 */

export type Afterwards = (work: Promise<unknown>) => void

interface Waiting {
  /** Milliseconds. */
  readonly patience: number
  readonly afterwards: Afterwards
}

export interface Turn<Shared> {
  readonly running: Promise<Shared>
  next: Promise<Shared | null> | null
}

/**
 * Runs `look`, one at a time for each key. Who comes while one is under way shares the next one, which begins
 * when that has ended: so what one gets was looked up after one came, and a crowd costs two. `look` must not
 * reject. Null when it takes longer than `patience`.
 */
export async function shareNext<Shared>(
  turns: Map<string, Turn<Shared>>,
  key: string,
  look: () => Promise<Shared>,
  { patience, afterwards }: Waiting,
): Promise<Shared | null> {
  const turn = turns.get(key)
  if (!turn) return begin(turns, key, look, afterwards)

  turn.next ??= within(patience, turn.running).then(() => begin(turns, key, look, afterwards))
  afterwards(turn.next)
  const shared = await within(patience, turn.next)
  if (shared === null && turns.get(key) === turn) turns.delete(key)
  return shared
}

/** What is under way for the key, as JSON; null where nothing is, where it failed, or after `patience`. */
export async function join(
  underWay: Map<string, Promise<string | null>>,
  key: string,
  { patience, afterwards }: Waiting,
): Promise<string | null> {
  const running = underWay.get(key)
  if (!running) return null
  afterwards(running)
  const text = await within(patience, running)
  if (text === null && underWay.get(key) === running) underWay.delete(key)
  return text
}

function begin<Shared>(
  turns: Map<string, Turn<Shared>>,
  key: string,
  look: () => Promise<Shared>,
  afterwards: Afterwards,
): Promise<Shared> {
  const running = look()
  const turn: Turn<Shared> = { running, next: null }
  turns.set(key, turn)
  afterwards(
    running.then(() => {
      if (turn.next === null && turns.get(key) === turn) turns.delete(key)
    }),
  )
  return running
}

async function within<Shared>(patience: number, work: Promise<Shared>): Promise<Shared | null> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, patience, null)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
