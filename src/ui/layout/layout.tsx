import type { Child } from 'hono/jsx'
import { Toast, type ToastTone } from '../feedback/toast.tsx'
import { Document } from './document.tsx'
import { Header, type HeaderLinks, type Viewer } from './header.tsx'
import type { Link, NavigationLink } from './link.ts'

export type Flash = { tone: ToastTone; text: string }

type Props = {
  title: string
  viewer: Viewer | null
  navigation: readonly NavigationLink[]
  links: HeaderLinks
  /** Said once, after something was done. */
  flash?: Flash | null | undefined
  currentPath?: string | undefined
  footer?: readonly Link[] | undefined
  /** What the page is about, for its head. */
  head?: Child
  children?: Child
}

export const Layout = (props: Props) => (
  <Document title={props.title} head={props.head}>
    <a class="skip-link" href="#main">
      Skip to the page
    </a>
    <Header
      viewer={props.viewer}
      navigation={props.navigation}
      links={props.links}
      currentPath={props.currentPath}
    />
    <main id="main" tabindex={-1} class="page">
      <div id="said">{props.flash ? <Toast tone={props.flash.tone}>{props.flash.text}</Toast> : null}</div>
      {props.children}
    </main>
    <Footer links={props.footer ?? []} />
  </Document>
)

const Footer = ({ links }: { links: readonly Link[] }) => (
  <footer class="page-footer">
    <div class="page-footer-inner">
      <span>Parley: from first offer to paid.</span>
      {links.map((link) => (
        <a href={link.href}>{link.label}</a>
      ))}
    </div>
  </footer>
)
