/** A repeatable sequence of random numbers. The same seeds give the same sequence. */
export class Random {
  #state: number

  /** Give each row a sequence of its own: `new Random(seed, 3, index)`. */
  constructor(...seeds: readonly number[]) {
    this.#state = seeds.reduce((mixed, seed) => mix(Math.imul(mixed, 31) + seed), 0x9e3779b9)
  }

  /** From 0 up to but not including 1 (Mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    return (mix(this.#state) >>> 0) / 2 ** 32
  }

  between(min: number, max: number): number {
    return min + this.next() * (max - min)
  }

  /** A whole number, both ends included. */
  whole(min: number, max: number): number {
    return min + Math.floor(this.next() * (max - min + 1))
  }

  chance(share: number): boolean {
    return this.next() < share
  }

  pick<Item>(items: readonly Item[]): Item {
    return itemAt(items, Math.floor(this.next() * items.length))
  }

  /** Zipf's law, as for words in a language: the second item is half as likely as the first, the third a third. */
  pickZipf<Item>(items: readonly Item[]): Item {
    return itemAt(items, Math.floor((items.length + 1) ** this.next()) - 1)
  }

  /** Up to `count` different items. */
  some<Item>(items: readonly Item[], count: number): Item[] {
    const chosen = new Set<Item>()
    for (let tries = 0; tries < 3 * count && chosen.size < count; tries += 1) chosen.add(this.pick(items))
    return [...chosen]
  }
}

function itemAt<Item>(items: readonly Item[], index: number): Item {
  const item = items[index]
  if (item === undefined) throw new RangeError('There is nothing to pick from.')
  return item
}

// The finalizer of MurmurHash3: every input bit changes half of the output bits.
function mix(state: number): number {
  const once = Math.imul(state ^ (state >>> 16), 0x85ebca6b)
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35)
  return (twice ^ (twice >>> 16)) | 0
}
