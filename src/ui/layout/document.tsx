import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { memo } from '../page/kept-html.ts'
import { assets } from './assets.ts'

type Props = {
  title: string
  isSignedIn: boolean
  /** Meta tags. */
  head?: Child
  children?: Child
}

export const Document = ({ title, isSignedIn, head, children }: Props) => (
  <>
    {raw('<!doctype html>')}
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>{pageTitle(title)}</title>
        <Resources isSignedIn={isSignedIn} />
        {head}
      </head>
      <body>{children}</body>
    </html>
  </>
)

const Resources = memo(({ isSignedIn }: { isSignedIn: boolean }) => (
  <>
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="theme-color" media="(prefers-color-scheme: light)" content="#faf9f6" />
    <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#131614" />
    <meta name="htmx-config" content={htmxConfig} />
    <link rel="stylesheet" href={assets.css} />
    {/* First, because it restores what was typed before other scripts count it. */}
    {isSignedIn ? <script type="module" src={assets.forms} /> : null}
    <script type="module" src={assets.js} />
    <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
    <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
  </>
))

/** The tab's title. htmx responses contain it too, and htmx updates the tab. */
export const pageTitle = (title: string): string => (title === 'Parley' ? title : `${title} · Parley`)

// Our stylesheet has the indicator's styles. A response with a server error must not replace part of a page.
const htmxConfig = JSON.stringify({
  includeIndicatorCSS: false,
  defaultTimeout: 20_000,
  noSwap: [204, 304, '5xx'],
})
