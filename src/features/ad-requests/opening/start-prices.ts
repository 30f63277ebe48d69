import type { Prefetched } from '../../../platform/db/prefetch.ts'
import type { AppContext } from '../../../platform/http/context.ts'
import type { CampaignId, UserId } from '../../../shared/ids.ts'
import type { DeliverableKind } from '../../../shared/taxonomy.ts'
import { type AgreedPrices, kindsOfCampaign, selectAgreedPrices } from '../../price-guidance/queries.ts'

export type Prices = Prefetched<readonly AgreedPrices[]>

/** Reads what was agreed for similar work with the next read: for these kinds, or those that the campaign asks for. */
export function startPrices(
  c: AppContext,
  campaignId: CampaignId,
  influencerIds: readonly UserId[],
  kinds: readonly DeliverableKind[] | null,
): Prices {
  const chosen = { influencerIds, kinds: kinds ?? kindsOfCampaign(campaignId) }
  return c.var.db.prefetch(selectAgreedPrices(c.var.db, chosen, c.var.now))
}
