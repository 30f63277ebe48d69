import type { PageMeta } from '../../platform/http/page-meta.ts'

type Props = {
  title: string
  about: PageMeta | undefined
  /** Where people reach Parley: other sites need whole addresses. */
  publicUrl: string
}

/** For the head of a page: the page in a sentence, its one address, and the same for where it is shared. */
export const MetaTags = ({ title, about, publicUrl }: Props) => {
  if (!about) return <meta name="robots" content="noindex" />

  const address = new URL(about.path, publicUrl).href
  const description = shortened(about.description)
  return (
    <>
      <meta name="description" content={description} />
      <link rel="canonical" href={address} />
      <meta property="og:site_name" content="Parley" />
      <meta property="og:type" content={about.isProfile ? 'profile' : 'website'} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={address} />
      <meta name="twitter:card" content="summary" />
    </>
  )
}

/** About what a search result shows. */
const MOST = 200

function shortened(text: string): string {
  const letters = [...text.replace(/\s+/g, ' ').trim()]
  if (letters.length <= MOST) return letters.join('')

  const cut = letters.slice(0, MOST).join('')
  const lastSpace = cut.lastIndexOf(' ')
  // Not every language has spaces.
  return `${lastSpace > 0 ? cut.slice(0, lastSpace) : cut}…`
}
