import * as z from 'zod'
import { parseIds } from '../../platform/http/params.ts'
import type { UserId } from '../../shared/ids.ts'

/** How many influencers can be selected at a time. */
export const MAX_SELECTED = 50

/** The influencers in a query string: `?influencer_id=7&influencer_id=8`. Invalid ids are left out. */
export const selection = z.object({
  influencerId: z
    .union([z.string().transform((text) => [text]), z.array(z.string())])
    .catch([])
    .transform((texts) => parseIds<UserId>(texts, MAX_SELECTED)),
})
