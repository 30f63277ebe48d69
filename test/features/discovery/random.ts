/** Random numbers from 0 to 1 (mulberry32), always the same for a seed. */
export function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Picks random items of a list. */
export function picker(random: () => number) {
  return <Value>(from: readonly Value[]): Value => {
    const picked = from[Math.floor(random() * from.length)]
    if (picked === undefined) throw new Error('There is nothing to pick from.')
    return picked
  }
}
