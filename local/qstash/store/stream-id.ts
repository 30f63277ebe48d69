/** Ids like `1795762800000-0` that sort by time: QStash uses them for dead letters. */
export function nextStreamId(now: number, last: string | undefined): string {
  const before = last === undefined ? null : parse(last)
  // The clock may have been moved back.
  if (before === null || before.at < now) return `${now}-0`
  return `${before.at}-${before.count + 1}`
}

/** Negative if `a` is older than `b`. */
export function compareStreamIds(a: string, b: string): number {
  const [first, second] = [parse(a), parse(b)]
  return first.at - second.at || first.count - second.count
}

function parse(id: string): { at: number; count: number } {
  const [at, count] = id.split('-').map(Number)
  return { at: at ?? 0, count: count ?? 0 }
}
