import { expect, test } from 'vitest'
import { messageIn } from '../../../src/platform/messaging/error-body.ts'

test.each([
  [
    'Resend',
    '{"statusCode":422,"name":"validation_error","message":"Invalid `to` field."}',
    'Invalid `to` field.',
  ],
  ['Twilio', '{"code":21211,"message":"Invalid number","status":400}', 'Invalid number (21211)'],
  [
    'Google Chat',
    '{"error":{"code":404,"message":"Space not found.","status":"NOT_FOUND"}}',
    'Space not found.',
  ],
  ['a proxy', '<h1>502 Bad Gateway</h1>', '<h1>502 Bad Gateway</h1>'],
  ['nobody in particular', '{"message":7}', '{"message":7}'],
])('an error of %s is shown in its own words', (_, body, expected) => {
  expect(messageIn(body)).toBe(expected)
})
