import type { Child } from 'hono/jsx'

/** Main column and sidebar. The sidebar moves below on phones. */
export const Split = ({ aside, children }: { aside: Child; children?: Child }) => (
  <div class="split">
    <div>{children}</div>
    <div class="stack">{aside}</div>
  </div>
)

type SectionProps = { title: string; aside?: Child; id?: string | undefined; children?: Child }

/** A part of a page with a heading. `aside` is for links at the end of the heading's line. */
export const Section = ({ title, aside, id, children }: SectionProps) => (
  <section class="section" id={id}>
    <div class="section-head">
      <h2>{title}</h2>
      {aside}
    </div>
    {children}
  </section>
)

/** Stacks its children with even spacing. */
export const Stack = ({ children }: { children?: Child }) => <div class="stack">{children}</div>

/** Cards side by side, as many as fit. */
export const Tiles = ({ children }: { children?: Child }) => <div class="tiles">{children}</div>

/** A column with a comfortable width for forms and text. */
export const Narrow = ({ children }: { children?: Child }) => <div class="narrow">{children}</div>
