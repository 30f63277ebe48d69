/** Always the same row of numbers from 0 to 1 (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Picks one of a list, by such numbers. */
export function picker(random: () => number) {
  return <Value>(from: readonly Value[]): Value => {
    const picked = from[Math.floor(random() * from.length)]
    if (picked === undefined) throw new Error('There is nothing to pick from.')
    return picked
  }
}
