import { describe, expect, it } from 'vitest'
import { canManage, closedTo, seesBooks, whyNoApplication } from '../../../src/features/campaigns/policy.ts'
import type { Viewer } from '../../../src/platform/http/context.ts'
import type { UserId } from '../../../src/shared/ids.ts'
import { campaignWith, NOW } from './example.ts'

const person = (role: Viewer['role'], id: number): Viewer => ({
  id: id as UserId,
  username: role,
  displayName: role,
  role,
  status: 'active',
  timeZone: 'UTC',
  unreadNotifications: 0,
  awaitingReply: 0,
})

const owner = person('sponsor', 1)
const rival = person('sponsor', 2)
const admin = person('admin', 3)
const influencer = person('influencer', 4)
const free = { hasOpenRequest: false, profileFlagged: false }

describe('who may do what with a campaign', () => {
  it('lets only its own approved sponsor manage it, and only admins look into its books beside', () => {
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
    expect(people.map((viewer) => seesBooks(viewer, campaign))).toEqual([
      true,
      false,
      false,
      true,
      false,
      false,
    ])
  })

  it('is open for requests only while it runs', () => {
    expect(closedTo(campaignWith(), NOW)).toBeNull()
    expect(closedTo(campaignWith({ endsAt: NOW }), NOW)).toBe('ended')
    expect(closedTo(campaignWith({ state: 'completed' }), NOW)).toBe('ended')
    expect(closedTo(campaignWith({ state: 'paused' }), NOW)).toBe('paused')
    expect(closedTo(campaignWith({ state: 'draft' }), NOW)).toBe('draft')
    expect(closedTo(campaignWith({ flag: { at: NOW, reason: '' } }), NOW)).toBe('flagged')
  })

  it('lets an influencer apply once, to what is public, with a profile that is not flagged', () => {
    const why = (standing: typeof free, values = {}) =>
      whyNoApplication(influencer, campaignWith(values), standing, NOW)
    expect(why(free)).toBeNull()
    expect(why({ ...free, hasOpenRequest: true })).toBe('has_request')
    expect(why({ ...free, profileFlagged: true })).toBe('profile_flagged')
    expect(why(free, { visibility: 'private' })).toBe('invited_only')
    expect(why(free, { state: 'paused' })).toBe('paused')
    expect(whyNoApplication(null, campaignWith(), null, NOW)).toBe('visitor')
    expect(whyNoApplication(rival, campaignWith(), null, NOW)).toBe('not_influencer')
  })
})
