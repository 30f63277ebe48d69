import type { Child } from 'hono/jsx'

/** The page's matter, and beside it, below on a phone, what one looks up while reading. */
export const Split = ({ aside, children }: { aside: Child; children?: Child }) => (
  <div class="split">
    <div>{children}</div>
    <div class="stack">{aside}</div>
  </div>
)

type SectionProps = { title: string; aside?: Child; id?: string | undefined; children?: Child }

/** A part of a page under its own heading; `aside` is a link or two at the end of that line. */
export const Section = ({ title, aside, id, children }: SectionProps) => (
  <section class="section" id={id}>
    <div class="section-head">
      <h2>{title}</h2>
      {aside}
    </div>
    {children}
  </section>
)

/** Things below each other with even room between them. */
export const Stack = ({ children }: { children?: Child }) => <div class="stack">{children}</div>

/** Cards side by side, as many as fit. */
export const Tiles = ({ children }: { children?: Child }) => <div class="tiles">{children}</div>

/** For forms and texts: a column that is comfortable to read. */
export const Narrow = ({ children }: { children?: Child }) => <div class="narrow">{children}</div>
