import { type CacheEnv, type Isolate, isolateOf, keep, type LookUp, lookUp } from './cache-isolate.ts'
import type { Namespace } from './cache-key.ts'
import { type Afterwards, join, shareNext } from './cache-sharing.ts'

export type { Namespace } from './cache-key.ts'

/** `hit`: somebody had computed it; `miss`: this request has; `bypass`: it has, and nobody else gets it. */
export type Came = 'hit' | 'miss' | 'bypass'

export interface Cache {
  /**
   * Gives what `compute` gives, from Redis where it is there and none of the namespaces was bumped since.
   *
   * `uses`: the namespaces that the answer shows something of. `names`: all that it varies by: which list this
   * is, the normalised parameters, the viewer's scope where the answer depends on it. What is private to one
   * person must not come here. What JSON cannot carry is a type error. An answer is kept for `seconds` (60) at
   * most, and not at all when it is larger than 64 KB.
   *
   * Throws only what `compute` throws. Redis takes at most 150 ms, once: after a failure it is left alone until
   * it has answered in the background. One computation for a key at a time in an isolate, the others wait for
   * it (a second; then each for itself); not in a bypass, where nobody can tell whether one that is under way
   * has seen the last write.
   */
  through<Value>(
    uses: readonly Namespace[],
    names: object,
    compute: () => Promise<Value & Json<Value>>,
    options?: { readonly seconds?: number },
  ): Promise<{ value: Value; came: Came }>

  /**
   * Makes all of the namespaces stale, for everybody, before it resolves. To be awaited after the write and
   * before its answer; better is `changing`, which cannot be forgotten on the way. Never throws.
   *
   * When Redis does not answer, this isolate reads nothing from it any more until the bump has gone through; it
   * is tried again in the background, and with every request. What then remains: another isolate that reaches
   * Redis meanwhile may give answers from before the write, until that bump or for as long as they are kept.
   */
  bump(namespaces: readonly Namespace[]): Promise<void>

  /**
   * Runs a write and bumps, also when it throws: a write whose answer was lost may have been done. Goes on to
   * its end when the visitor hangs up between the two.
   */
  changing<Result>(namespaces: readonly Namespace[], write: () => Promise<Result>): Promise<Result>
}

/** What comes back from JSON as it went in. */
type Json<Value> = Value extends string | number | boolean | null | undefined
  ? Value
  : Value extends Date | bigint | symbol | ((...args: never[]) => unknown)
    ? never
    : { [Name in keyof Value]: Json<Value[Name]> }

interface Ways {
  /** Lets work go on after the answer. */
  readonly afterwards: Afterwards
  /** Told of everything that comes through. */
  readonly onCame?: (came: Came) => void
  /** Milliseconds that a visitor waits for Redis at most; 150 unless told. The first request of an isolate says. */
  readonly patience?: number
}

/** One request's way to what many share. Without a Redis in `env` it passes everything by. */
export function openCache(
  env: CacheEnv,
  { afterwards, onCame = () => undefined, patience = 150 }: Ways,
): Cache {
  const isolate = isolateOf(env, patience)
  // What became of it is the caller's to tell, or is of no account.
  const goOn: Afterwards = (work) => afterwards(work.catch(() => undefined))

  async function bump(namespaces: readonly Namespace[]): Promise<void> {
    if (!isolate) return
    const bumping = isolate.trust.bump(namespaces)
    goOn(bumping)
    if (!(await bumping)) goOn(isolate.trust.persist())
  }

  return {
    async through(uses, names, compute, { seconds = 60 } = {}) {
      const answer = isolate
        ? await through(isolate, { uses, names, compute, seconds }, goOn)
        : { value: await compute(), came: 'bypass' as const }
      onCame(answer.came)
      return answer
    },
    bump,
    async changing(namespaces, write) {
      const changing = write().finally(() => bump(namespaces))
      goOn(changing)
      return changing
    },
  }
}

interface Use<Value> {
  readonly uses: readonly Namespace[]
  readonly names: object
  readonly compute: () => Promise<Value>
  readonly seconds: number
}

/** Milliseconds to wait for another request's computation. */
const PATIENCE_WITH_OTHERS = 1000

async function through<Value>(
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
  if (!isolate.trust.whole) {
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
    const text = JSON.stringify(value)
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

/** Bytes of JSON. */
const LARGEST = 64 * 1024

function parse<Value>(text: string | null): { value: Value } | null {
  if (text === null) return null
  try {
    return { value: JSON.parse(text) }
  } catch {
    return null
  }
}
