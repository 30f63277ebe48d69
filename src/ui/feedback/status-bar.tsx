import type { Child } from 'hono/jsx'
import type { StateTone } from '../data/badge.tsx'

type Props = {
  /** `move` (amber) only when the reader is the one who must act. */
  tone?: StateTone | undefined
  sentence: Child
  /** The actions, the main one first and filled. */
  children?: Child
}

/** Whose move is it? The first thing on the page of a request or a collaboration. */
export const StatusBar = ({ tone = 'move', sentence, children }: Props) => (
  <section class={`move-bar move-bar-${tone}`} aria-label="Whose move it is">
    <div class="move-bar-sentence">{sentence}</div>
    {children ? <div class="move-bar-actions">{children}</div> : null}
  </section>
)
