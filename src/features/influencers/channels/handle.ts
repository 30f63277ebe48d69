import type { Platform } from '../../../shared/taxonomy.ts'
import { tidyIdentifier, tidyLine } from '../../../shared/text/invisible.ts'
import { readWebAddress } from '../../../shared/web/web-address.ts'

// A handle is stored in one form, so that the same account is never listed twice: without `@`, in lower case, and taken
// out of the URL of a profile.

/** Where a platform shows an account, as the paths that come before the handle: "@" for `/@mara`, "in/" for `/in/mara`. */
interface Profiles {
  readonly hosts: readonly string[]
  /** The first one is that of the addresses we make. */
  readonly before: readonly string[]
  /** First parts of paths that are pages of the platform itself. */
  readonly pages?: readonly string[]
}

const profiles: Partial<Record<Platform, Profiles>> = {
  instagram: {
    hosts: ['instagram.com', 'instagr.am'],
    before: ['', 'stories/'],
    pages: ['p', 'reel', 'reels', 'tv', 'explore', 'accounts', 'direct'],
  },
  youtube: { hosts: ['youtube.com'], before: ['@', 'c/', 'user/'] },
  tiktok: { hosts: ['tiktok.com'], before: ['@'] },
  x: {
    hosts: ['x.com', 'twitter.com'],
    before: ['', '@'],
    pages: ['i', 'home', 'intent', 'search', 'hashtag', 'explore', 'settings'],
  },
  twitch: { hosts: ['twitch.tv'], before: ['', 'popout/'], pages: ['videos', 'directory', 'p'] },
  linkedin: { hosts: ['linkedin.com'], before: ['in/', 'company/', 'school/', 'pub/'] },
}

/**
 * A handle in the form in which it is stored. Null if nothing is left of it, or if it is the address of something else:
 * of another platform or of a single post. Podcasts and blogs have names instead, which keep their case.
 */
export function normalizeHandle(platform: Platform, typed: string): string | null {
  const text = tidyLine(typed).replace(/^[@＠\s]+/, '')
  const isAddress = /^https?:|^\/\/|^www\.|^[^/@\s]+\.[^/@\s]+\/./i.test(text)
  const known = profiles[platform]
  if (!known) return nameIn(isAddress ? nameInAddress(text) : text)
  if (isAddress || isOwnHost(known, text)) return handleInAddress(platform, text)
  const handle = tidyIdentifier(text).replace(/\/+$/, '')
  return isHandle(handle) ? handle.toLowerCase() : null
}

function nameIn(text: string | null): string | null {
  return text !== null && /[\p{L}\p{N}]/u.test(text) ? text : null
}

/** The handle in the URL of a profile. Null if the URL shows something else. */
export function handleInAddress(platform: Platform, address: string): string | null {
  const known = profiles[platform]
  const read = readWebAddress(address)
  if (!known || !read.ok) return null
  const url = new URL(read.value)
  if (!known.hosts.includes(hostOf(url))) return null
  const path = decoded(url.pathname.slice(1)).toLowerCase()
  const before = [...known.before].sort((one, other) => other.length - one.length)
  const start = before.find((one) => path.startsWith(one))
  const [handle = ''] = start === undefined ? [] : path.slice(start.length).split('/')
  const isPage = known.hosts.includes(handle) || (start === '' && known.pages?.includes(handle))
  return isHandle(handle) && !isPage ? handle : null
}

/** The URL of an account's profile. Null where the platform's name and handle do not tell. */
export function profileAddress(platform: Platform, handle: string): string | null {
  const known = profiles[platform]
  return known ? `https://www.${known.hosts[0]}/${known.before[0]}${encodeURIComponent(handle)}` : null
}

function isHandle(text: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._·-]*$|^[._-]+[\p{L}\p{N}][\p{L}\p{M}\p{N}._·-]*$/u.test(text)
}

function isOwnHost(known: Profiles, typed: string): boolean {
  const read = readWebAddress(typed)
  return read.ok && known.hosts.includes(hostOf(new URL(read.value)))
}

// "example.com/blog" is the name of a blog whose address was pasted.
function nameInAddress(typed: string): string | null {
  const read = readWebAddress(typed)
  if (!read.ok) return null
  const url = new URL(read.value)
  return decoded(`${hostOf(url)}${url.pathname}`).replace(/\/+$/, '')
}

// A platform has the same profiles for phones and for other languages.
function hostOf(url: URL): string {
  return url.hostname.replace(/^(?:www|m|mobile|[a-z]{2})\./, '')
}

function decoded(text: string): string {
  try {
    return tidyIdentifier(decodeURIComponent(text))
  } catch {
    return text
  }
}
