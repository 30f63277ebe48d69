import type { Prefetched } from '../../../platform/db/prefetch.ts'
import type { AppContext } from '../../../platform/http/context.ts'
import type { AdRequestId } from '../../../shared/ids.ts'
import type { DeliverableKind } from '../../../shared/taxonomy.ts'
import {
  type AgreedPrices,
  influencerOf,
  kindsOfLatestOffer,
  selectAgreedPrices,
} from '../../price-guidance/queries.ts'

export type Prices = Prefetched<readonly AgreedPrices[]>

/** Reads what was agreed for similar work with the next read: for these kinds, or those of the latest offer. */
export function startPrices(
  c: AppContext,
  id: AdRequestId,
  kinds: readonly DeliverableKind[] | null,
): Prices {
  const chosen = { influencerIds: influencerOf(id), kinds: kinds ?? kindsOfLatestOffer(id) }
  return c.var.db.prefetch(selectAgreedPrices(c.var.db, chosen, c.var.now))
}
