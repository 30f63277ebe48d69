import { Hono } from 'hono'
import { type FormState, formWith, parseForm, withErrors } from '../../../platform/forms/form.ts'
import type { AppContext, AppEnv } from '../../../platform/http/context.ts'
import { notFound } from '../../../platform/http/errors.ts'
import { flashTexts, saved } from '../../../platform/http/flash.ts'
import { viewerOf } from '../../../platform/http/guards.ts'
import { idParam } from '../../../platform/http/params.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { routes } from '../../../routes.ts'
import type { ChannelId } from '../../../shared/ids.ts'
import { dayIn } from '../../../shared/time.ts'
import { ChannelPage, ChannelsPage } from './channels-page.tsx'
import {
  addChannel,
  changeChannel,
  MAX_CHANNELS,
  type OwnChannel,
  removeChannel,
  selectOwnChannel,
  selectOwnChannels,
} from './commands.ts'
import { channelForm } from './forms.ts'

const redirectWith = flashTexts({
  ...saved,
  channel_added: 'The channel is on your profile.',
  channel_removed: 'The channel is gone from your profile.',
})

export const channels = new Hono<AppEnv>()

channels.get(routes.settings.channels.index.pattern, (c) => showAll(c, formWith({ figuresDate: today(c) })))

channels.post(routes.settings.channels.index.pattern, async (c) => {
  const form = await parseForm(c, channelForm(today(c)))
  if (!form.ok) return showAll(c, form, 422)

  const added = await addChannel(c.var.db, viewerOf(c).id, form.value)
  if (!added.ok) return showAll(c, withErrors(form, explain[added.refusal]), 422)
  return redirectWith(c, 'channel_added', routes.settings.channels.index.href())
})

channels.get(routes.settings.channels.edit.pattern, async (c) => {
  const channel = await ownChannel(c)
  return showOne(c, channel, formWith(asTyped(channel)))
})

channels.post(routes.settings.channels.edit.pattern, async (c) => {
  const channel = await ownChannel(c)
  const form = await parseForm(c, channelForm(today(c)))
  if (!form.ok) return showOne(c, channel, form, 422)

  const changed = await changeChannel(c.var.db, viewerOf(c).id, channel.id, form.value)
  if (changed.ok) return redirectWith(c, 'saved', routes.settings.channels.index.href())
  if (changed.refusal === 'gone') throw notFound()
  return showOne(c, channel, withErrors(form, explain.taken), 422)
})

channels.post(routes.settings.channels.removal.pattern, async (c) => {
  const removed = await removeChannel(c.var.db, viewerOf(c).id, idParam<ChannelId>(c, 'channelId'))
  if (!removed.ok) throw notFound()
  return redirectWith(c, 'channel_removed', routes.settings.channels.index.href())
})

const explain = {
  taken: { handle: 'This channel is in your list already' },
  full: { form: `${MAX_CHANNELS} channels are the most: remove one first` },
}

async function ownChannel(c: AppContext): Promise<OwnChannel> {
  const [channel] = await selectOwnChannel(c.var.db, viewerOf(c).id, idParam<ChannelId>(c, 'channelId'))
  if (!channel) throw notFound()
  return channel
}

function asTyped(channel: OwnChannel): Record<string, string> {
  return Object.fromEntries(Object.entries(channel).map(([name, value]) => [name, String(value)]))
}

function today(c: AppContext): string {
  return dayIn(viewerOf(c).timeZone, c.var.now)
}

async function showAll(c: AppContext, form: FormState, status: 200 | 422 = 200) {
  const viewer = viewerOf(c)
  const all = await selectOwnChannels(c.var.db, viewer.id)
  const page = <ChannelsPage viewer={viewer} channels={all} form={form} />
  return renderPage(c, { title: 'Your channels', page, status })
}

function showOne(c: AppContext, channel: OwnChannel, form: FormState, status: 200 | 422 = 200) {
  const page = <ChannelPage viewer={viewerOf(c)} channel={channel} form={form} />
  return renderPage(c, { title: 'Your channel', page, status })
}
