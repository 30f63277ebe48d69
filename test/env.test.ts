import { describe, expect, it } from 'vitest'
import { parseEnv } from '../src/env.ts'

const needed = {
  PUBLIC_URL: 'https://parley.example',
  APP_SECRET: 'a secret of 32 characters or more',
  TURSO_DATABASE_URL: 'libsql://parley.turso.io',
}
const twilio = { TWILIO_ACCOUNT_SID: 'AC1', TWILIO_AUTH_TOKEN: 'secret-value', TWILIO_FROM: '+15005550006' }

describe('the bindings of the channels', () => {
  it('are all optional, and lead to the real providers', () => {
    expect(parseEnv({ ...needed })).toMatchObject({
      RESEND_API_URL: 'https://api.resend.com',
      GOOGLE_CHAT_API_URL: 'https://chat.googleapis.com',
      TWILIO_API_URL: 'https://api.twilio.com',
    })
    expect(parseEnv({ ...needed, ...twilio, GOOGLE_CHAT_API_URL: 'off' })).toMatchObject(twilio)
  })

  it.each([
    [
      'a part of Twilio’s',
      { TWILIO_ACCOUNT_SID: 'AC1', TWILIO_AUTH_TOKEN: 'secret-value' },
      'TWILIO_FROM go together',
    ],
    [
      'a number that is not in E.164',
      { ...twilio, TWILIO_FROM: '0701234567' },
      'TWILIO_FROM is missing or wrong',
    ],
    [
      'a webhook secret without its prefix',
      { RESEND_WEBHOOK_SECRET: 'secret-value' },
      'RESEND_WEBHOOK_SECRET is',
    ],
    ['a support address that is none', { SUPPORT_ADDRESS: 'us' }, 'SUPPORT_ADDRESS is missing or wrong'],
    ['no address for Google Chat', { GOOGLE_CHAT_API_URL: 'on' }, 'GOOGLE_CHAT_API_URL is missing or wrong'],
  ])('are refused by name, never by value, with %s', (_, vars, problem) => {
    const read = () => parseEnv({ ...needed, ...vars })
    expect(read).toThrow(problem)
    expect(read).not.toThrow('secret-value')
  })
})
