import { normalizeText } from '../../shared/normalize-text.ts'

/** The rest of a longer query is ignored: nobody looks for more, and each word costs time. */
export const MAX_WORDS = 8
export const MAX_WORD_LENGTH = 40

/** The words of a query as the indexes have them. */
export function wordsOf(query: string): string[] {
  const text = (nameInUrl(query) ?? query).replaceAll(/['’]s\b/gu, '')
  const words = normalizeText(text).split(' ', MAX_WORDS).filter(Boolean)
  return words.map((word) => [...word].slice(0, MAX_WORD_LENGTH).join(''))
}

/**
 * What a pasted profile URL calls its owner: `mara.hikes` in `https://www.instagram.com/mara.hikes/reels`, or the
 * domain of somebody's own site. Null for what is no URL.
 */
function nameInUrl(query: string): string | null {
  const [, scheme, host = '', path = ''] =
    /^(https?:\/\/)?((?:[\w-]+\.)+[a-z]{2,})(?:\/([^\s?#]*))?\S*$/i.exec(query.trim()) ?? []
  const isUrl = scheme !== undefined || /^www\./i.test(host) || path !== ''
  if (host === '' || !isUrl) return null
  const name = path.split('/').find((part) => part !== '' && !SECTIONS.has(part))
  return name?.replace(/^@/, '') ?? host.replace(/^www\./i, '').replace(/\.\w+$/, '')
}

/** Parts of profile URLs that come before the name: linkedin.com/in/mara, youtube.com/c/mara. */
const SECTIONS: ReadonlySet<string> = new Set(['c', 'channel', 'in', 'people', 'show', 'user'])
