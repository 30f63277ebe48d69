import { html } from 'hono/html'
import { type Html, htmlPage, type PageProps } from '../../servers/page.ts'

export type { Html }

export function page(props: PageProps): Html {
  return htmlPage(props, ['/base.css', '/qstash.css'])
}

/** A form with nothing but a button. */
export function button(action: string, label: string): Html {
  return html`<form method="post" action="${action}"><button>${label}</button></form>`
}

/** A moment (milliseconds UTC) in UTC, as cron expressions mean it. A dash if there is none. */
export function time(at: number | null): Html {
  if (at === null) return html`–`
  const exact = new Date(at).toISOString()
  return html`<time datetime="${exact}" title="${exact}">${utc.format(at)}</time>`
}

const utc = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' })

interface TableProps {
  readonly caption: string
  readonly columns: readonly string[]
  readonly rows: readonly Html[]
  /** What to say if there are no rows. */
  readonly empty: string
}

const MAX_ROWS = 100

/** The first hundred rows. Narrow screens scroll the table sideways. */
export function table({ caption, columns, rows, empty }: TableProps): Html {
  const heading = html`<h2>${caption}</h2>`
  if (rows.length === 0) return html`${heading}<p class="empty">${empty}</p>`
  return html`${heading}
    <div class="table" role="region" aria-label="${caption}" tabindex="0"><table>
      <thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
      <tbody>${rows.slice(0, MAX_ROWS)}</tbody>
    </table></div>
    ${rows.length > MAX_ROWS && html`<p class="who">Only ${MAX_ROWS} of ${rows.length} are shown.</p>`}`
}
