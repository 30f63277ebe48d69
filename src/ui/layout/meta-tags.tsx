import type { PageMeta } from '../../platform/http/page-meta.ts'

type Props = {
  title: string
  meta: PageMeta | undefined
  /** Other sites need full URLs. */
  publicUrl: string
}

/** Description and canonical URL, for search engines and for previews of shared links. */
export const MetaTags = ({ title, meta, publicUrl }: Props) => {
  if (!meta) return <meta name="robots" content="noindex" />

  const address = new URL(meta.path, publicUrl).href
  const description = shortened(meta.description)
  return (
    <>
      <meta name="description" content={description} />
      <link rel="canonical" href={address} />
      <meta property="og:site_name" content="Parley" />
      <meta property="og:type" content={meta.isProfile ? 'profile' : 'website'} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={address} />
      <meta name="twitter:card" content="summary" />
    </>
  )
}

/** About as long as a search result shows. */
const MAX_LENGTH = 200

function shortened(text: string): string {
  const characters = [...text.replace(/\s+/g, ' ').trim()]
  if (characters.length <= MAX_LENGTH) return characters.join('')

  const cut = characters.slice(0, MAX_LENGTH).join('')
  const lastSpace = cut.lastIndexOf(' ')
  // Not every language uses spaces.
  return `${lastSpace > 0 ? cut.slice(0, lastSpace) : cut}…`
}
