import type { Child } from 'hono/jsx'

type Props = {
  href: string
  /** What to do, as a link: "Reply to Mara Lindqvist". */
  lead: string
  /** The time left, and what happens then. */
  left?: Child
  /** The rest of the sentence: "on Autumn Trail Boots: $1,450.00". */
  children?: Child
}

/** Something that is waiting for the reader: a sentence with a link. */
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
