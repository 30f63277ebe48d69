import { asc, sql } from 'drizzle-orm'
import type { Owner, PersonalRecord } from '../../platform/personal-data/record.ts'
import { byKey, isoTime, money, PAGE } from '../../platform/personal-data/rows.ts'
import { adRequests } from '../ad-requests/schema.ts'
import { agreedPrices } from './schema.ts'

const prices: PersonalRecord = {
  file: 'agreed-prices',
  holds: 'What your agreements add to the price guidance, which shows no single price.',
  tables: [agreedPrices],
  read: byKey(selectPrices, ({ unitPrice, agreedAt, ...row }, owner) => ({
    ...row,
    unitPrice: money(unitPrice, owner),
    agreedAt: isoTime(agreedAt),
  })),
  erasure: {
    kind: 'keep',
    why: 'Agreed prices stay in the price guidance, which never shows a single one.',
  },
}

export const personalData = [prices]

function selectPrices({ db, userId }: Owner, after: number) {
  const { adRequestId, kind, category, tier, unitPrice, agreedAt } = agreedPrices
  // The requests have an index for each side.
  const own = sql`select id from ${adRequests} where sponsor_id = ${userId}
    union all select id from ${adRequests} where influencer_id = ${userId}`
  return db.orm
    .select({ key: adRequestId, adRequestId, kind, category, tier, unitPrice, agreedAt })
    .from(agreedPrices)
    .where(sql`${adRequestId} in (${own}) and ${adRequestId} > ${after}`)
    .orderBy(asc(adRequestId))
    .limit(PAGE)
}
