import { arrows, type Change } from '../figures/change.ts'

/** Good news is green and bad news is red. The words beside it say the same. */
export const Arrow = ({ change: { direction, isGood } }: { change: Change }) => (
  <span class={`change-arrow ${tone(isGood)}`} aria-hidden="true">
    {arrows[direction]}
  </span>
)

function tone(isGood: boolean | null): string {
  if (isGood === null) return 'change-neutral'
  return isGood ? 'change-good' : 'change-bad'
}
