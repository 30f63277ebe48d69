import { describe, expect, it } from 'vitest'
import {
  applicationBlocker,
  canManage,
  canSeeOverview,
  closedReason,
} from '../../../src/features/campaigns/policy.ts'
import type { Viewer } from '../../../src/platform/http/context.ts'
import type { UserId } from '../../../src/shared/ids.ts'
import { campaignWith, NOW } from './fixtures.ts'

const person = (role: Viewer['role'], id: number): Viewer => ({
  id: id as UserId,
  username: role,
  displayName: role,
  role,
  status: 'active',
  timeZone: 'UTC',
  unconfirmedEmail: null,
  unreadNotifications: 0,
  awaitingReply: 0,
  openAbuseCases: 0,
})

const owner = person('sponsor', 1)
const rival = person('sponsor', 2)
const admin = person('admin', 3)
const influencer = person('influencer', 4)
const eligible = { hasOpenRequest: false, profileFlagged: false }

describe('permissions for a campaign', () => {
  it('let only its own approved sponsor manage it, and only them and admins see the overview', () => {
    const campaign = campaignWith()
    const people = [owner, { ...owner, status: 'pending' as const }, rival, admin, influencer, null]
    expect(people.map((viewer) => canManage(viewer, campaign))).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ])
    expect(people.map((viewer) => canSeeOverview(viewer, campaign))).toEqual([
      true,
      false,
      false,
      true,
      false,
      false,
    ])
  })

  it('allow new requests only while it is active', () => {
    expect(closedReason(campaignWith(), NOW)).toBeNull()
    expect(closedReason(campaignWith({ endsAt: NOW }), NOW)).toBe('ended')
    expect(closedReason(campaignWith({ state: 'completed' }), NOW)).toBe('ended')
    expect(closedReason(campaignWith({ state: 'paused' }), NOW)).toBe('paused')
    expect(closedReason(campaignWith({ state: 'draft' }), NOW)).toBe('draft')
    expect(closedReason(campaignWith({ flaggedAt: NOW, flagReason: '' }), NOW)).toBe('flagged')
  })

  it('let an influencer apply once, to a public campaign, if their profile is not flagged', () => {
    const blockerFor = (applicant: typeof eligible, values = {}) =>
      applicationBlocker(influencer, campaignWith(values), applicant, NOW)
    expect(blockerFor(eligible)).toBeNull()
    expect(blockerFor({ ...eligible, hasOpenRequest: true })).toBe('has_request')
    expect(blockerFor({ ...eligible, profileFlagged: true })).toBe('profile_flagged')
    expect(blockerFor(eligible, { visibility: 'private' })).toBe('invited_only')
    expect(blockerFor(eligible, { state: 'paused' })).toBe('paused')
    expect(applicationBlocker(null, campaignWith(), null, NOW)).toBe('visitor')
    expect(applicationBlocker(rival, campaignWith(), null, NOW)).toBe('not_influencer')
  })
})
