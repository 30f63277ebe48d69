import * as z from 'zod'

/** Which form of the page is open: the one the viewer asked for, or the one that was refused. */
export type OpenForm = 'offer' | 'reject' | 'message' | null

/** The query of the page: `?answer=offer` opens a form without JavaScript. */
export const answerQuery = z.object({
  answer: z.enum(['offer', 'reject']).nullable().catch(null).default(null),
})
