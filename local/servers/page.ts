import { html } from 'hono/html'

export type Html = ReturnType<typeof html>

export interface PageProps {
  readonly title: string
  readonly content: Html
  /** Seconds between refreshes. */
  readonly refresh?: number | null
}

/** The frame of a stand-in's pages. `styles` are the paths of its style sheets. */
export function htmlPage({ title, content, refresh = null }: PageProps, styles: readonly string[]): Html {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    ${refresh !== null && html`<meta http-equiv="refresh" content="${refresh}">`}
    <title>${title}</title>
    ${styles.map((path) => html`<link rel="stylesheet" href="${path}">`)}
    <link rel="icon" href="data:,">
  </head>
  <body>${content}</body>
</html>`
}
