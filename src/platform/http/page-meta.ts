/**
 * Meta tags of a public page, for search engines and for previews of shared links. A page without them is marked
 * `noindex`: forms, filtered lists, and pages that need a sign-in.
 */
export interface PageMeta {
  /** Plain text of any length. */
  readonly description: string
  /** The canonical path, if several URLs show the same page. */
  readonly path: string
  /** Whether the page is about a person. */
  readonly isProfile?: boolean
}
