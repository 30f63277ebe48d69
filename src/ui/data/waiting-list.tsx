import type { Child } from 'hono/jsx'

type Props = {
  href: string
  /** The verb and whom it is about: "Answer Mara Lindqvist". */
  lead: string
  /** The time that is left, and what happens then. */
  left?: Child
  /** The rest of the sentence: "on Autumn Trail Boots: $1,450.00". */
  children?: Child
}

/** One thing that waits for the reader, as a sentence that leads to it. */
export const WaitingRow = ({ href, lead, left, children }: Props) => (
  <li class="waiting-row">
    <span>
      <a class="stretched-link" href={href}>
        {lead}
      </a>{' '}
      {children}
    </span>
    {left ? <span class="waiting-left">{left}</span> : null}
  </li>
)

export const WaitingList = ({ children }: { children?: Child }) => <ul class="waiting">{children}</ul>
