import { type CacheEnv, isolateOf } from './cache-isolate.ts'
import type { Namespace } from './cache-key.ts'
import type { Afterwards } from './cache-sharing.ts'
import { type Came, through } from './cache-through.ts'

export type { Namespace } from './cache-key.ts'
export type { Came } from './cache-through.ts'

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
    compute: () => Promise<Value & (undefined extends Value ? never : Json<Value>)>,
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

/** What comes back from JSON as it went in; a field that is undefined is left out. */
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
  /** Milliseconds that a visitor waits for Redis at most; see `PATIENCE`. The first request of an isolate says. */
  readonly patience?: number
}

/** Milliseconds. A page may be late by 150 because of Redis, and a timer is late itself. */
const PATIENCE = 140

/** One request's way to what many share. Without a Redis in `env` it passes everything by. */
export function openCache(
  env: CacheEnv,
  { afterwards, onCame = () => undefined, patience = PATIENCE }: Ways,
): Cache {
  const isolate = isolateOf(env, patience)
  // What became of it is the caller's to tell, or is of no account.
  const goOn: Afterwards = (work) => afterwards(work.catch(() => undefined))

  async function bump(namespaces: readonly Namespace[]): Promise<void> {
    if (!isolate || namespaces.length === 0) return
    const bumping = isolate.trust.bump(namespaces)
    goOn(bumping)
    if (!(await bumping)) goOn(isolate.trust.persist())
  }

  return {
    async through(uses, names, compute, { seconds = 60 } = {}) {
      const answer = isolate
        ? await through(isolate, { uses, names, compute, seconds }, goOn)
        : await noCache.through(uses, names, compute)
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

/** Passes everything by. */
export const noCache: Cache = {
  through: async (_uses, _names, compute) => ({ value: await compute(), came: 'bypass' }),
  bump: async () => undefined,
  changing: (_namespaces, write) => write(),
}
