import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Channel, channelKeys } from '../../../src/features/notifications/channels.ts'
import {
  isChoice,
  isDefault,
  kindKeys,
  notificationKinds,
} from '../../../src/features/notifications/notification-kinds.ts'
import { savePreferences } from '../../../src/features/notifications/preferences/commands.ts'
import { findPreferences } from '../../../src/features/notifications/preferences/queries.ts'
import { type Fixture, JIDE, MARA, startFixture } from './delivery/setup.ts'

let fixture: Fixture
beforeAll(async () => {
  fixture = await startFixture()
})
beforeEach(() => fixture.reset())
afterAll(() => fixture.close())

const told = async (): Promise<Channel[]> =>
  (await fixture.rows()).map(({ channel }) => channel as Channel).toSorted()
const all = kindKeys.flatMap((kind) => channelKeys.map((channel) => ({ kind, channel })))

describe.each(kindKeys)('%s', (kind) => {
  const defaults = channelKeys.filter((channel) => isDefault(kind, channel)).toSorted()

  it('goes by its default channels', async () => {
    await fixture.tell({ kind })
    expect(await told()).toEqual(defaults)
    const { chosen } = (await findPreferences(fixture.db, MARA)) ?? {}
    expect([...(chosen?.get(kind) ?? [])].toSorted()).toEqual(defaults)
  })

  it('goes by exactly the channels that were chosen, unless its e-mail cannot be chosen', async () => {
    const flipped = all.map((one) => ({ ...one, isOn: !isDefault(one.kind, one.channel) }))
    await savePreferences(fixture.db, MARA, {}, flipped)
    await fixture.tell({ kind })
    const expected = channelKeys
      .filter((channel) => isChoice(kind, channel) !== isDefault(kind, channel))
      .toSorted()
    expect(await told()).toEqual(expected)
    const { chosen } = (await findPreferences(fixture.db, MARA)) ?? {}
    expect([...(chosen?.get(kind) ?? [])].toSorted()).toEqual(expected)
  })
})

it('stores only what differs from the defaults', async () => {
  await savePreferences(
    fixture.db,
    MARA,
    {},
    all.map((one) => ({ ...one, isOn: isDefault(one.kind, one.channel) })),
  )
  expect((await fixture.client.execute('select * from channel_choices')).rows).toEqual([])

  const off = { kind: 'ad_request_offer', channel: 'email', isOn: false } as const
  await savePreferences(fixture.db, MARA, {}, [off])
  await savePreferences(fixture.db, MARA, {}, [off])
  expect(
    (await fixture.client.execute('select kind, channel, is_on from channel_choices')).rows,
  ).toMatchObject([{ kind: 'ad_request_offer', channel: 'email', is_on: 0 }])
  await savePreferences(fixture.db, MARA, {}, [{ ...off, isOn: true }])
  expect((await fixture.client.execute('select * from channel_choices')).rows).toEqual([])
})

it('makes no message for a channel that the person has no address for, but always one in the bell', async () => {
  await fixture.tell({ kind: 'offer_almost_expired' }, JIDE)
  expect(await told()).toEqual(['email'])
  await savePreferences(fixture.db, JIDE, {}, [{ kind: 'ad_request_message', channel: 'email', isOn: false }])
  await fixture.tell({ kind: 'ad_request_message' }, JIDE)
  expect(await told()).toEqual(['email'])
  const { rows } = await fixture.client.execute('select kind from notifications order by id')
  expect(rows.map(({ kind }) => kind)).toEqual(['offer_almost_expired', 'ad_request_message'])
})

it('security and agreements go by e-mail whatever a person chose', () => {
  const always = kindKeys.filter((kind) => !isChoice(kind, 'email') && isDefault(kind, 'email'))
  expect(always).toEqual([
    'email_confirmation',
    'email_change_link',
    'email_change_requested',
    'email_changed',
    'password_reset',
    'sign_up_again',
    'email_taken',
    'password_changed',
    'two_factor_on',
    'two_factor_off',
    'recovery_code_used',
    'sign_in_code_guessed',
    'new_device',
    'signed_out_by_admin',
    'suspension_ended',
    'deletion_requested',
    'deletion_stopped',
    'account_deleted',
    'suspended',
    'sponsor_approved',
    'sponsor_rejected',
    'sponsor_name_approved',
    'sponsor_name_rejected',
    'ad_request_accepted',
    'ad_request_agreed',
    'flagged',
    'flag_decided',
    'export_ready',
    'abuse_warning',
    'audit_log_broken',
  ])
  expect(Object.keys(notificationKinds)).toEqual(kindKeys)
})

it('does not send what was waiting for a channel when it was switched off', async () => {
  await fixture.tell({ kind: 'ad_request_message' })
  await fixture.tell({ kind: 'ad_request_offer' })
  await fixture.tell({ kind: 'ad_request_offer' }, JIDE)
  await savePreferences(fixture.db, MARA, {}, [{ kind: 'ad_request_offer', channel: 'email', isOn: false }])
  expect((await fixture.rows()).map(({ kind, channel, user_id }) => [kind, channel, user_id])).toEqual([
    ['ad_request_message', 'email', MARA],
    ['ad_request_message', 'chat', MARA],
    ['ad_request_offer', 'chat', MARA],
    ['ad_request_offer', 'email', JIDE],
  ])
})
