export type Link = { label: string; href: string }

/** An entry of the main navigation. `count` is how many items are waiting there. */
export type NavigationLink = Link & { current: boolean; count?: number | undefined }
