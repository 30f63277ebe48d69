import type { Child } from 'hono/jsx'

/** `move`: the reader has to act. `wait`: the other side has to. `done`: success. `off`: ended or failed. */
export type StateTone = 'move' | 'wait' | 'done' | 'off'

export const State = ({ tone, children }: { tone: StateTone; children?: Child }) => (
  <span class={`state state-${tone}`}>{children}</span>
)
