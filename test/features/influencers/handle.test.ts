import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  handleInAddress,
  normalizeHandle,
  profileAddress,
} from '../../../src/features/influencers/channels/handle.ts'
import { type Platform, platformKeys } from '../../../src/shared/taxonomy.ts'

const same: readonly [Platform, string, readonly string[]][] = [
  [
    'instagram',
    'mara.outside',
    [
      'mara.outside',
      '@mara.outside',
      '@ Mara.Outside',
      '＠mara.outside',
      'mara\u200b.outside\ufeff',
      '\u202amara.outside\u202c',
      'mara.outside/',
      'instagram.com/mara.outside',
      'https://instagram.com/mara.outside/',
      'https://www.instagram.com/Mara.Outside?igsh=abc',
      'http://m.instagram.com/mara.outside/reels/',
      'https://www.instagram.com/stories/mara.outside/123',
    ],
  ],
  [
    'youtube',
    'mara',
    [
      '@Mara',
      'mara',
      'https://www.youtube.com/@mara',
      'youtube.com/@mara/videos',
      'https://m.youtube.com/@mara?si=x',
      'https://www.youtube.com/c/Mara',
      'youtube.com/user/mara',
    ],
  ],
  ['youtube', 'まら', ['@まら', 'https://www.youtube.com/@%E3%81%BE%E3%82%89']],
  ['tiktok', 'mara', ['@mara', 'https://www.tiktok.com/@mara', 'tiktok.com/@Mara/video/7']],
  [
    'x',
    'mara_l',
    ['@Mara_L', 'https://x.com/mara_l', 'https://twitter.com/Mara_L', 'mobile.twitter.com/mara_l/status/1'],
  ],
  ['twitch', 'mara', ['Mara', 'https://www.twitch.tv/mara', 'twitch.tv/mara/videos']],
  [
    'linkedin',
    'mara-l',
    ['mara-l', 'https://www.linkedin.com/in/Mara-L/', 'https://se.linkedin.com/in/mara-l?x=y'],
  ],
  ['podcast', 'The Mara Show', ['The Mara Show', ' The  Mara\u00a0Show ', '@The Mara Show']],
  ['blog', 'mara.example', ['mara.example', 'https://www.mara.example/']],
  ['blog', 'example.com/mara', ['example.com/mara', 'https://example.com/mara/']],
]

describe('the same account has one handle', () => {
  it.each(same.flatMap(([platform, handle, typed]) => typed.map((one) => [platform, one, handle] as const)))(
    '%s %j is %j',
    (platform, typed, handle) => {
      expect(normalizeHandle(platform, typed)).toBe(handle)
    },
  )

  it.each([
    ['instagram', ''],
    ['instagram', '@'],
    ['instagram', '@@'],
    ['instagram', '\u200b'],
    ['instagram', 'mara outside'],
    ['instagram', 'https://www.instagram.com/'],
    ['instagram', 'https://www.instagram.com/p/Cxyz/'],
    ['instagram', 'https://www.tiktok.com/@mara'],
    ['tiktok', 'https://www.tiktok.com/'],
    ['youtube', 'https://www.youtube.com/watch?v=1'],
    ['x', 'https://x.com/i/lists/1'],
    ['x', 'https://notx.com/mara'],
    ['x', 'https://x.com.example/mara'],
    ['podcast', '@'],
  ] as const)('%s %j names no account', (platform, typed) => {
    expect(normalizeHandle(platform, typed)).toBeNull()
  })

  it('and is not changed by reading it again', () => {
    const nearly = fc.string({
      unit: fc.constantFrom('@', 'Mara', '.', '_', '/', 'x.com', 'https://', 'in/', '-', ' ', 'é', '\u200b'),
    })
    fc.assert(
      fc.property(fc.constantFrom(...platformKeys), nearly, (platform, typed) => {
        const handle = normalizeHandle(platform, typed)
        if (handle !== null) expect(normalizeHandle(platform, handle)).toBe(handle)
      }),
      { numRuns: 2_000 },
    )
  })
})

it('the address of a profile leads back to the handle', () => {
  for (const [platform, handle] of same) {
    const address = profileAddress(platform, handle)
    expect(address && handleInAddress(platform, address)).toBe(address && handle)
  }
  expect(profileAddress('youtube', 'mara')).toBe('https://www.youtube.com/@mara')
  expect(profileAddress('podcast', 'The Mara Show')).toBeNull()
})
