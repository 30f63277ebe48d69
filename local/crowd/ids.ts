import type { AdRequestId, CampaignId, UserId } from '../../src/shared/ids.ts'

// The only place where ids are made and not read: the demo numbers its rows itself.

export function userId(number: number): UserId {
  return number as UserId
}

export function campaignId(number: number): CampaignId {
  return number as CampaignId
}

export function adRequestId(number: number): AdRequestId {
  return number as AdRequestId
}
