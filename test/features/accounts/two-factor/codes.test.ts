import { Secret, TOTP } from 'otpauth'
import { describe, expect, it } from 'vitest'
import {
  hashRecoveryCode,
  newRecoveryCodes,
  RECOVERY_CODES,
} from '../../../../src/features/accounts/two-factor/recovery-codes.ts'
import { seal, unseal } from '../../../../src/features/accounts/two-factor/sealing.ts'
import {
  inGroups,
  newSecret,
  otpauthUri,
  stepOfCode,
} from '../../../../src/features/accounts/two-factor/totp.ts'
import type { UserId } from '../../../../src/shared/ids.ts'

const now = Date.UTC(2026, 10, 27, 12)
const step = now / 30_000

describe('a code of an authenticator app', () => {
  it('is the one of RFC 6238', () => {
    // The RFC's test secret, "12345678901234567890", at 59 seconds: 94287082, of which apps show six digits.
    const secret = Secret.fromUTF8('12345678901234567890').base32
    expect(stepOfCode('287082', secret, 59_000)).toBe(1)
  })

  it('counts in its own 30 seconds and those before and after', () => {
    const secret = newSecret()
    const codeAt = (timestamp: number) => new TOTP({ secret }).generate({ timestamp })
    for (const away of [-1, 0, 1])
      expect(stepOfCode(codeAt(now + away * 30_000), secret, now)).toBe(step + away)
    for (const away of [-2, 2]) expect(stepOfCode(codeAt(now + away * 30_000), secret, now)).toBeNull()
  })

  it('may be typed with a space, and is nothing but six digits', () => {
    const secret = newSecret()
    const code = new TOTP({ secret }).generate({ timestamp: now })
    expect(stepOfCode(` ${code.slice(0, 3)} ${code.slice(3)}`, secret, now)).toBe(step)
    for (const wrong of ['', '12345', '1234567', 'abcdef', `${code}0`])
      expect(stepOfCode(wrong, secret, now)).toBeNull()
  })

  it('comes from a secret that apps can scan or that people can type', () => {
    const secret = newSecret()
    expect(secret).toMatch(/^[A-Z2-7]{32}$/)
    expect(inGroups(secret)).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/)
    const uri = otpauthUri(secret, 'mara.l')
    expect(uri).toMatch(/^otpauth:\/\/totp\/Parley:mara\.l\?/)
    const url = new URL(uri)
    expect(url.searchParams.get('secret')).toBe(secret)
    expect(url.searchParams.get('issuer')).toBe('Parley')
  })
})

describe('recovery codes', () => {
  it('are ten different ones that nobody can guess', () => {
    const codes = newRecoveryCodes()
    expect(new Set(codes).size).toBe(RECOVERY_CODES)
    for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
  })

  it('are the same however they are typed, and belong to one account', () => {
    const [mara, other] = [1 as UserId, 2 as UserId]
    const hash = hashRecoveryCode(mara, '7K10-9QZ2-4HXT-VB8E')
    expect(hash).not.toBeNull()
    expect(hashRecoveryCode(mara, ' 7kio 9qz24hxt vb8e ')).toBe(hash)
    expect(hashRecoveryCode(other, '7K10-9QZ2-4HXT-VB8E')).not.toBe(hash)
    for (const wrong of ['', '123456', '7K10-9QZ2-4HXT-VB8', '7K10-9QZ2-4HXT-VB8U'])
      expect(hashRecoveryCode(mara, wrong)).toBeNull()
  })
})

describe('a sealed text', () => {
  const keys = { APP_SECRET: 'a secret of 32 characters or more' }

  it('is read only with the same key, for the same purpose, and unchanged', () => {
    const sealed = seal(keys, 'one', 'hello ✓')
    expect(unseal(keys, 'one', sealed)).toBe('hello ✓')
    expect(sealed).not.toContain('hello')
    expect(seal(keys, 'one', 'hello ✓')).not.toBe(sealed)
    expect(unseal(keys, 'other', sealed)).toBeNull()
    expect(unseal({ APP_SECRET: 'another secret of 32 characters or more' }, 'one', sealed)).toBeNull()
    const changed = Buffer.from(sealed, 'base64url')
    changed[20] = (changed[20] ?? 0) ^ 1
    for (const wrong of ['', 'x', `${sealed}AAAA`, changed.toString('base64url')])
      expect(unseal(keys, 'one', wrong)).toBeNull()
  })
})
