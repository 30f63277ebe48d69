import type { Child } from 'hono/jsx'

type Props = {
  title?: string | undefined
  /** A small label above the title. */
  eyebrow?: string | undefined
  /** At the end of the title's line, for a state or a link. */
  aside?: Child
  id?: string | undefined
  /** The browser scrolls to it and screen readers begin there, without JavaScript. */
  isFocused?: boolean | undefined
  children?: Child
}

export const Card = ({ title, eyebrow, aside, id, isFocused = false, children }: Props) => (
  <section class="card" id={id} {...(isFocused ? { tabindex: -1, autofocus: true } : {})}>
    {title || eyebrow || aside ? (
      <div class="card-head">
        <div>
          <Heading title={title} eyebrow={eyebrow} />
        </div>
        {aside}
      </div>
    ) : null}
    {children}
  </section>
)

/** Without a title, the small label is the heading. */
const Heading = ({ title, eyebrow }: Pick<Props, 'title' | 'eyebrow'>) => {
  if (!title) return eyebrow ? <h2 class="eyebrow">{eyebrow}</h2> : null
  return (
    <>
      {eyebrow ? <p class="eyebrow">{eyebrow}</p> : null}
      <h2 class="card-title">{title}</h2>
    </>
  )
}
