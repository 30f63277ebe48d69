import { describe, expect, it } from 'vitest'
import { countedAs } from '../../../../src/features/accounts/client-address.ts'

describe('what a visitor is counted by', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    [' 203.0.113.7 ', '203.0.113.7'],
    ['2001:db8:1:2::1', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002:ffff:ffff:ffff:ffff', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['1:2:3:4:5:6:7::', '1:2:3:4::/64'],
    ['::1', '0:0:0:0::/64'],
    ['::', '0:0:0:0::/64'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['::ffff:cb00:7107', '203.0.113.7'],
    ['0:0:0:0:0:FFFF:203.0.113.7', '203.0.113.7'],
    ['64:ff9b::203.0.113.7', '64:ff9b:0:0::/64'],
  ])('%s: %s', (address, counted) => {
    expect(countedAs(address)).toBe(counted)
  })

  it.each([
    '',
    'unknown',
    '300.1.1.1',
    '1.2.3',
    '0x7f.1.1.1',
    '1.2.3.4.5',
    '1.2.3.4, 5.6.7.8',
    '203.0.113.7:80',
    '1:2:3',
    ':::',
    '1::2::3',
    '12345::',
    '[::1]',
    '::1]:80/',
    'fe80::1%eth0',
    '::1\0',
    ':'.repeat(10_000),
  ])('everything that is not an address is one: %j', (text) => {
    expect(countedAs(text)).toBe('unknown')
  })
})
