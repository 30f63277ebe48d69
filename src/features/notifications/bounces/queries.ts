import { type SQL, sql } from 'drizzle-orm'
import { undeliverableAddresses } from '../schema.ts'

/** Whether e-mail may be sent to an address: it has not bounced, or its owner has asked us to try again. */
export function isReachable(address: SQL): SQL {
  return sql`not exists (select 1 from ${undeliverableAddresses} where address = ${address} and cleared_at is null)`
}
