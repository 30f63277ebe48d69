import { Hono } from 'hono'
import { type FormState, formWith, parseForm, withErrors } from '../../../platform/forms/form.ts'
import { formFrom } from '../../../platform/forms/form-from.ts'
import type { AppContext, AppEnv } from '../../../platform/http/context.ts'
import { notFound } from '../../../platform/http/errors.ts'
import { flashTexts, saved } from '../../../platform/http/flash.ts'
import { roles, viewerOf } from '../../../platform/http/guards.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { id, params } from '../../../platform/http/validate.ts'
import { routes } from '../../../routes.ts'
import type { ChannelId } from '../../../shared/ids.ts'
import { dayAt } from '../../../shared/time.ts'
import { settingsPages } from '../../accounts/settings/settings-pages.ts'
import { ChannelPage } from './channel-page.tsx'
import { ChannelsPage } from './channels-page.tsx'
import { addChannel, changeChannel, MAX_CHANNELS, removeChannel } from './commands.ts'
import { channelFields, channelForm } from './forms.ts'
import { findOwnChannel, listOwnChannels, type OwnChannel } from './queries.ts'

const redirectWith = flashTexts({
  ...saved,
  channel_added: 'Channel added to your profile.',
  channel_removed: 'Channel removed from your profile.',
})

const channelParams = params({ channelId: id<ChannelId>() })

export const channelSettings = new Hono<AppEnv>()

channelSettings.use('/settings/channels/*', roles(...settingsPages.channels.roles))

channelSettings.get(routes.settings.channels.index.pattern, (c) =>
  showAll(c, formWith({ metricsDate: today(c) })),
)

channelSettings.post(routes.settings.channels.index.pattern, async (c) => {
  const form = await parseForm(c, channelForm(today(c)))
  if (!form.ok) return showAll(c, form, 422)

  const added = await addChannel(c.var.db, viewerOf(c).id, form.value)
  if (!added.ok) return showAll(c, withErrors(form, explain[added.refusal]), 422)
  return redirectWith(c, 'channel_added', routes.settings.channels.index.href())
})

channelSettings.get(routes.settings.channels.edit.pattern, channelParams, async (c) => {
  const channel = await ownChannel(c, c.req.valid('param').channelId)
  return showOne(c, channel, formFrom(channelFields(today(c)), channel))
})

channelSettings.post(routes.settings.channels.edit.pattern, channelParams, async (c) => {
  const channel = await ownChannel(c, c.req.valid('param').channelId)
  const form = await parseForm(c, channelForm(today(c)))
  if (!form.ok) return showOne(c, channel, form, 422)

  const changed = await changeChannel(c.var.db, viewerOf(c).id, channel.id, form.value)
  if (changed.ok) return redirectWith(c, 'saved', routes.settings.channels.index.href())
  if (changed.refusal === 'gone') throw notFound()
  return showOne(c, channel, withErrors(form, explain.taken), 422)
})

channelSettings.post(routes.settings.channels.removal.pattern, channelParams, async (c) => {
  const removed = await removeChannel(c.var.db, viewerOf(c).id, c.req.valid('param').channelId)
  if (!removed.ok) throw notFound()
  return redirectWith(c, 'channel_removed', routes.settings.channels.index.href())
})

const explain = {
  taken: { handle: 'You already have this channel in your list' },
  full: { form: `You can list up to ${MAX_CHANNELS} channels. Remove one first.` },
}

async function ownChannel(c: AppContext, channelId: ChannelId): Promise<OwnChannel> {
  const channel = await findOwnChannel(c.var.db, viewerOf(c).id, channelId)
  if (!channel) throw notFound()
  return channel
}

function today(c: AppContext): string {
  return dayAt(c.var.now, viewerOf(c).timeZone)
}

async function showAll(c: AppContext, form: FormState, status: 200 | 422 = 200) {
  const viewer = viewerOf(c)
  const channels = await listOwnChannels(c.var.db, viewer.id)
  const page = <ChannelsPage viewer={viewer} channels={channels} form={form} />
  return renderPage(c, { title: 'Your channels', page, status })
}

function showOne(c: AppContext, channel: OwnChannel, form: FormState, status: 200 | 422 = 200) {
  const page = <ChannelPage viewer={viewerOf(c)} channel={channel} form={form} />
  return renderPage(c, { title: 'Your channel', page, status })
}
