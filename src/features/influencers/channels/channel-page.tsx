import type { FormState } from '../../../platform/forms/form.ts'
import type { Viewer } from '../../../platform/http/context.ts'
import { routes } from '../../../routes.ts'
import { ConfirmDialog } from '../../../ui/forms/confirm-dialog.tsx'
import { SettingsForm, SettingsPage } from '../../accounts/settings/settings-page.tsx'
import { channelName } from '../channel-name.ts'
import { ChannelFields } from './channel-fields.tsx'
import type { OwnChannel } from './queries.ts'

type Props = { viewer: Viewer; channel: OwnChannel; form: FormState }

export const ChannelPage = ({ viewer, channel, form }: Props) => (
  <SettingsPage
    viewer={viewer}
    tab="channels"
    title={channelName(channel)}
    aside={<Removal channel={channel} />}
  >
    <SettingsForm
      form={form}
      action={routes.settings.channels.edit.href({ channelId: channel.id })}
      cancel={routes.settings.channels.index.href()}
    >
      <ChannelFields form={form} />
    </SettingsForm>
  </SettingsPage>
)

const Removal = ({ channel }: { channel: OwnChannel }) => (
  <ConfirmDialog
    label="Remove…"
    labelTone="outline"
    question={`Remove ${channelName(channel)} from your profile?`}
    explain="Your reach and engagement will no longer include it."
    action={routes.settings.channels.removal.href({ channelId: channel.id })}
    confirm="Remove channel"
  />
)
