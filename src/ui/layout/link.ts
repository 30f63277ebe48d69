export type Link = { label: string; href: string }

/** An entry of the main navigation. `count` is how many items are waiting there. */
export type NavigationLink = Link & { current: boolean; count?: number | undefined }

/** A menu in the main navigation. */
export type NavigationGroup<Entry extends Link = NavigationLink> = { label: string; links: readonly Entry[] }

export type NavigationEntry = NavigationLink | NavigationGroup

export function isGroup<Entry extends Link>(
  entry: Entry | NavigationGroup<Entry>,
): entry is NavigationGroup<Entry> {
  return 'links' in entry
}
