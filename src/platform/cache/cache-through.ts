import { type Isolate, keep, type LookUp, lookUp } from './cache-isolate.ts'
import type { Namespace } from './cache-key.ts'
import { type Afterwards, join, shareNext } from './cache-sharing.ts'

/** `hit`: somebody had computed it; `miss`: this request has; `bypass`: it has, and nobody else gets it. */
export type Came = 'hit' | 'miss' | 'bypass'

interface Use<Value> {
  readonly uses: readonly Namespace[]
  readonly names: object
  readonly compute: () => Promise<Value>
  readonly seconds: number
}

/** Milliseconds to wait for another request's computation. */
const PATIENCE_WITH_OTHERS = 1000

/** `Cache.through` where there is a Redis. */
export async function through<Value>(
  isolate: Isolate,
  use: Use<Value>,
  goOn: Afterwards,
): Promise<{ value: Value; came: Came }> {
  const entryKey = isolate.keys.entry(use.uses, use.names)
  const found = await look(isolate, use.uses, entryKey, goOn)
  if (!found) return { value: await use.compute(), came: 'bypass' }
  const entry = parse<Value>(found.text)
  if (entry) return { ...entry, came: 'hit' }
  if (found.stamp === null) return { value: await use.compute(), came: 'miss' }

  const flight = `${entryKey}\n${found.stamp}`
  const waiting = { patience: PATIENCE_WITH_OTHERS, afterwards: goOn }
  const others = parse<Value>(await join(isolate.computations, flight, waiting))
  if (others) return { ...others, came: 'hit' }
  const computing = lead(isolate, { flight, entryKey, stamp: found.stamp }, use, goOn)
  goOn(computing)
  return { value: await computing, came: 'miss' }
}

async function look(
  isolate: Isolate,
  uses: readonly Namespace[],
  entryKey: string,
  goOn: Afterwards,
): Promise<LookUp | null> {
  if (!isolate.trust.isWhole) {
    goOn(isolate.trust.restore())
    return null
  }
  const ask = () => lookUp(isolate, uses, entryKey)
  return shareNext(isolate.lookUps, entryKey, ask, { patience: isolate.patience, afterwards: goOn })
}

async function lead<Value>(
  isolate: Isolate,
  { flight, entryKey, stamp }: { flight: string; entryKey: string; stamp: string },
  { compute, seconds }: Use<Value>,
  goOn: Afterwards,
): Promise<Value> {
  const { promise, resolve } = Promise.withResolvers<string | null>()
  isolate.computations.set(flight, promise)
  const land = () => {
    resolve(null)
    if (isolate.computations.get(flight) === promise) isolate.computations.delete(flight)
  }
  try {
    const value = await compute()
    const text = toText(value)
    resolve(text)
    // Until it is stored, who comes gets it from here.
    if (Buffer.byteLength(text) > LARGEST) land()
    else goOn(keep(isolate, entryKey, { stamp, text, seconds }).finally(land))
    return value
  } catch (error) {
    land()
    throw error
  }
}

/** Bytes of the text of an answer. */
const LARGEST = 64 * 1024

// A page goes as it stands: as JSON each of its quotes would be escaped, and Redis's own answer is JSON once more.
// The signs for start and end of text tell it from JSON, and from what was cut off.
const [START, END] = ['\u0002', '\u0003']

function toText(value: unknown): string {
  return typeof value === 'string' ? START + value + END : JSON.stringify(value)
}

function parse<Value>(text: string | null): { value: Value } | null {
  if (text === null) return null
  // A key is only ever of one kind of answer, and what is not JSON was a text.
  if (text.startsWith(START)) return text.endsWith(END) ? { value: text.slice(1, -1) as Value } : null
  try {
    return { value: JSON.parse(text) }
  } catch {
    return null
  }
}
