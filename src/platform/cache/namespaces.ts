/** What a write can invalidate, each as a whole. */
export const namespaces = ['influencers', 'campaigns', 'statistics'] as const

export type Namespace = (typeof namespaces)[number]
