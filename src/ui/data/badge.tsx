import type { Child } from 'hono/jsx'

/** `move`: somebody is asked to act. `wait`: the other side is. `done`: went well. `off`: over, or harm. */
export type StateTone = 'move' | 'wait' | 'done' | 'off'

export const State = ({ tone, children }: { tone: StateTone; children?: Child }) => (
  <span class={`state state-${tone}`}>{children}</span>
)
