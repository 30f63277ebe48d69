import { HOUR } from '../../src/shared/time.ts'

/**
 * Puts things that become known early into the order in which they happen, so that the ids of their rows follow
 * it: lists show the newest by id. Holds only what lies ahead.
 */
export class ByTime<Thing> {
  readonly #hours = new Map<number, Moment<Thing>[]>()
  readonly #at: (thing: Thing) => number
  readonly #release: (thing: Thing) => void
  #nextHour = Number.POSITIVE_INFINITY

  constructor(at: (thing: Thing) => number, release: (thing: Thing) => void) {
    this.#at = at
    this.#release = release
  }

  add(thing: Thing): void {
    const at = this.#at(thing)
    const hour = Math.floor(at / HOUR)
    const others = this.#hours.get(hour)
    if (others) others.push({ at, thing })
    else this.#hours.set(hour, [{ at, thing }])
    this.#nextHour = Math.min(this.#nextHour, hour)
  }

  /** Releases what happens before this hour is over: nothing that is added later may be of it. */
  releaseUntil(at: number): void {
    const end = Math.floor(at / HOUR)
    if (this.#nextHour >= end) return
    const over = [...this.#hours.keys()].filter((hour) => hour < end).sort((one, other) => one - other)
    for (const hour of over) {
      for (const { thing } of this.#hours.get(hour)?.sort(byMoment) ?? []) this.#release(thing)
      this.#hours.delete(hour)
    }
    this.#nextHour = Math.min(...this.#hours.keys())
  }

  releaseAll(): void {
    this.releaseUntil(Number.POSITIVE_INFINITY)
  }
}

interface Moment<Thing> {
  readonly at: number
  readonly thing: Thing
}

function byMoment(one: Moment<unknown>, other: Moment<unknown>): number {
  return one.at - other.at
}
