/**
 * What search engines, and places where a link is shared, are told of a page that is for everybody. A page
 * without it asks to be left out of search engines: forms, filtered lists, and what one must sign in for.
 */
export interface PageMeta {
  /** In plain text, of any length. */
  readonly description: string
  /** The page's one path; other addresses that show the same lead search engines there. */
  readonly path: string
  /** For the page of a person. */
  readonly isProfile?: boolean
}
