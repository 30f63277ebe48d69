import type { Child } from 'hono/jsx'

/** `move`: the reader has to act. `wait`: nobody has to, or the other side. `done`: success. `off`: refused,
 * stopped or failed. */
export type StateTone = 'move' | 'wait' | 'done' | 'off'

export const State = ({ tone, children }: { tone: StateTone; children?: Child }) => (
  <span class={`state state-${tone}`}>{children}</span>
)
