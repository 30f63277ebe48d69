/** Chance that can be told again: the same seed gives the same sequence. */
export class Random {
  #state: number

  /** From whole numbers, so that each thing has a sequence of its own: `new Random(seed, 3, index)`. */
  constructor(...seeds: readonly number[]) {
    this.#state = seeds.reduce((mixed, seed) => mix(Math.imul(mixed, 31) + seed), 0x9e3779b9)
  }

  /** From 0 up to but without 1. Mulberry32: 2^32 steps, far more than anything here takes from one seed. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    return (mix(this.#state) >>> 0) / 2 ** 32
  }

  between(least: number, most: number): number {
    return least + this.next() * (most - least)
  }

  /** A whole number, both ends included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1))
  }

  chance(share: number): boolean {
    return this.next() < share
  }

  /** Throws a RangeError for an empty list. */
  pick<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(this.next() * items.length)]
    if (item === undefined) throw new RangeError('There is nothing to pick from')
    return item
  }

  /** So many different ones of a list, in the list's order; all of them where there are not so many. */
  some<Item>(items: readonly Item[], count: number): Item[] {
    let wanted = Math.min(count, items.length)
    return items.filter((_, index) => {
      const taken = this.next() * (items.length - index) < wanted
      if (taken) wanted -= 1
      return taken
    })
  }

  /** A key, each as likely as its weight; the weights need not come to 1. */
  weighted<Key extends string>(weights: Readonly<Record<Key, number>>): Key {
    const entries = Object.entries<number>(weights) as [Key, number][]
    let left = this.next() * entries.reduce((total, [, weight]) => total + weight, 0)
    for (const [key, weight] of entries) {
      left -= weight
      if (left < 0) return key
    }
    throw new RangeError('The weights come to nothing')
  }
}

// The end of MurmurHash3: every bit of what goes in changes half of what comes out.
function mix(state: number): number {
  const once = Math.imul(state ^ (state >>> 16), 0x85ebca6b)
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35)
  return (twice ^ (twice >>> 16)) | 0
}
