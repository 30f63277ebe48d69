import type { Child } from 'hono/jsx'

export type Term = {
  term: string
  detail: Child
  /** A sentence or more: it gets a line of its own. */
  wide?: boolean
}

type Props = {
  items: readonly Term[]
  /** Side by side where there is room. */
  columns?: boolean | undefined
}

export const Terms = ({ items, columns }: Props) => (
  <dl class={columns ? 'terms terms-columns' : 'terms'}>
    {items.map((item) => (
      <div class={item.wide ? 'term-wide' : undefined}>
        <dt>{item.term}</dt>
        <dd>{item.detail}</dd>
      </div>
    ))}
  </dl>
)
