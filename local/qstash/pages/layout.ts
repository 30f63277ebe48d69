import { html } from 'hono/html'

export type Html = ReturnType<typeof html>

interface PageProps {
  readonly title: string
  readonly content: Html
  /** Seconds between refreshes. */
  readonly refresh?: number | null
}

export function page({ title, content, refresh = null }: PageProps): Html {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    ${refresh !== null && html`<meta http-equiv="refresh" content="${refresh}">`}
    <title>${title}</title>
    <link rel="stylesheet" href="/base.css">
    <link rel="stylesheet" href="/qstash.css">
    <link rel="icon" href="data:,">
  </head>
  <body>${content}</body>
</html>`
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
