import { describe, expect, it } from 'vitest'
import { deviceOf } from '../../../src/features/security-log/device.ts'
import { isPrivate, networkName, networkOf } from '../../../src/features/security-log/network.ts'

describe('the device', () => {
  it.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0',
      'Firefox on Windows',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15',
      'Safari on Mac',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0',
      'Edge on Windows',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/131.0.6778.73 Mobile/15E148 Safari/604.1',
      'Chrome on iPhone',
    ],
    [
      'Mozilla/5.0 (Linux; Android 14; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/26.0 Chrome/122.0.0.0 Mobile Safari/537.36',
      'Samsung Internet on Android',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0', 'Firefox on Linux'],
    [
      'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36',
      'Chrome on ChromeOS',
    ],
    ['curl/8.5.0', 'curl'],
  ])('of %s is %s', (header, device) => {
    expect(deviceOf(header)).toBe(device)
  })

  it('is unknown where the header says nothing that we know, and never repeats it', () => {
    for (const header of [undefined, '', 'hunter2', '<script>alert(1)</script>', 'x'.repeat(100_000)])
      expect(deviceOf(header)).toBe('')
  })
})

describe('the network', () => {
  it.each([
    ['203.0.113.77', '203.0.113.0/24'],
    ['::ffff:203.0.113.77', '203.0.113.0/24'],
    ['2001:db8:12:34::1', '2001:db8:12::/48'],
    ['2001:0DB8:0012:0034:0:0:0:1', '2001:db8:12::/48'],
    ['::1', '0:0:0::/48'],
    ['2001:db8::', '2001:db8:0::/48'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })

  it.each([
    ['203.0.113.0/24', 'IP address 203.0.113.x'],
    ['10.0.0.0/24', 'IP address 10.0.0.x'],
    ['2001:db8:12::/48', 'IP address 2001:db8:12:…'],
    ['', ''],
  ])('%s is shown as "%s"', (network, name) => {
    expect(networkName(network)).toBe(name)
  })

  it('of anything else is empty', () => {
    for (const text of ['', 'unknown', '300.1.1.1', '1.2.3', '1:2:3', ':::', '1::2::3', 'password'])
      expect(networkOf(text)).toBe('')
  })

  it('of a machine or a local network has no place', () => {
    for (const address of ['127.0.0.1', '10.1.2.3', '172.20.0.1', '192.168.1.7', '::1', 'fd00::1', 'fe80::1'])
      expect(isPrivate(address), address).toBe(true)
    for (const address of ['203.0.113.7', '172.32.0.1', '192.169.0.1', '2001:db8::1', ''])
      expect(isPrivate(address), address).toBe(false)
  })
})
