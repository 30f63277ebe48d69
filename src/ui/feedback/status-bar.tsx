import type { Child } from 'hono/jsx'
import type { StateTone } from '../data/badge.tsx'

type Props = {
  /** `move` (amber) only if the reader has to act. */
  tone?: StateTone | undefined
  sentence: Child
  /** For screen readers, if a page has several bars. */
  label?: string | undefined
  /** The actions, the main one first and filled. */
  children?: Child
}

/** The current state at the top of a page: whose move it is, or why something is blocked, with the actions. */
export const StatusBar = ({ tone = 'move', sentence, label = 'Status', children }: Props) => (
  <section class={`status-bar status-bar-${tone}`} aria-label={label}>
    <div class="status-bar-sentence">{sentence}</div>
    {children ? <div class="status-bar-actions">{children}</div> : null}
  </section>
)
