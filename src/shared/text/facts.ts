/** Between two facts in one line. The line can break after the dot, but not before it. */
export const DOT = '\u00a0· '

/** "Outdoors · Hiking · Sweden". Leaves out what is empty. */
export function joinFacts(...facts: readonly (string | null | undefined)[]): string {
  return facts.filter(Boolean).join(DOT)
}
