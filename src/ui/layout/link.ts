/** A place to go: what it is called and where it is. */
export type Link = { label: string; href: string }

/** One entry of the main navigation; `count` is how many things wait there. */
export type NavigationLink = Link & { current: boolean; count?: number | undefined }
