/** A write invalidates all entries of a namespace. */
export const namespaces = ['influencers', 'campaigns', 'statistics'] as const

export type Namespace = (typeof namespaces)[number]
