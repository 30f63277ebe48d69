import type { Child } from 'hono/jsx'
import type { Viewer } from '../../platform/http/context.ts'
import type { Flash } from '../../platform/http/flash.ts'
import { Toast } from '../feedback/toast.tsx'
import { memo } from '../page/kept-html.ts'
import { Document } from './document.tsx'
import { Header } from './header.tsx'
import type { Link } from './link.ts'
import { footerLinks } from './navigation.ts'
import { UnconfirmedEmail } from './unconfirmed-email.tsx'

type Props = {
  title: string
  viewer: Viewer | null
  /** The current page's path. */
  path: string
  /** A message about what was just done, shown once. */
  flash: Flash | null
  /** The footer's links to static pages. */
  staticPages: readonly Link[]
  /** Meta tags. */
  head?: Child
  children?: Child
}

/** What is around every page: header, flash message and footer. */
export const Layout = ({ title, viewer, path, flash, staticPages, head, children }: Props) => (
  <Document title={title} isSignedIn={viewer !== null} head={head}>
    <a class="skip-link" href="#main">
      Skip to main content
    </a>
    <Header viewer={viewer} path={path} />
    <main id="main" tabindex={-1} class="page">
      <div id="flash">{flash ? <Toast tone={flash.tone}>{flash.text}</Toast> : null}</div>
      <UnconfirmedEmail viewer={viewer} path={path} />
      {children}
      <p id="announcer" role="status" class="visually-hidden" />
    </main>
    <Footer links={footerLinks(viewer, staticPages)} />
  </Document>
)

const Footer = memo(({ links }: { links: readonly Link[] }) => (
  <footer class="page-footer">
    <div class="page-footer-inner">
      <span>Parley: from first offer to payment.</span>
      {links.map((link) => (
        <a href={link.href}>{link.label}</a>
      ))}
    </div>
  </footer>
))
