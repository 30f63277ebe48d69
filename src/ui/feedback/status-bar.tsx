import type { Child } from 'hono/jsx'
import type { StateTone } from '../data/badge.tsx'

type Props = {
  /** `move` (amber) only if the reader has to act. */
  tone?: StateTone | undefined
  sentence: Child
  /** The actions, the main one first and filled. */
  children?: Child
}

/** Says whose move it is, at the top of a request or a collaboration. */
export const StatusBar = ({ tone = 'move', sentence, children }: Props) => (
  <section class={`move-bar move-bar-${tone}`} aria-label="Whose move it is">
    <div class="move-bar-sentence">{sentence}</div>
    {children ? <div class="move-bar-actions">{children}</div> : null}
  </section>
)
