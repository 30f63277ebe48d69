import type { Child } from 'hono/jsx'

export type Term = {
  term: string
  detail: Child
  /** For long text, which gets a line of its own. */
  wide?: boolean
}

type Props = {
  items: readonly Term[]
  /** In columns where there is room. */
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
