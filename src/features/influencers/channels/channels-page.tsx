import type { Child } from 'hono/jsx'
import type { FormState } from '../../../platform/forms/form.ts'
import type { Viewer } from '../../../platform/http/context.ts'
import { routes } from '../../../routes.ts'
import { platforms } from '../../../shared/taxonomy.ts'
import { type Column, Table } from '../../../ui/data/table.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { ConfirmDialog } from '../../../ui/forms/confirm-dialog.tsx'
import { Actions, ButtonLink, Form, FormErrors, SubmitButton } from '../../../ui/forms/form.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { Narrow, Section } from '../../../ui/page/split.tsx'
import { Count } from '../../../ui/values/count.tsx'
import { SettingsPage } from '../../accounts/settings/settings-page.tsx'
import { FiguresDate } from '../channel-tables.tsx'
import { ProfileMetrics } from '../profile/profile-metrics.tsx'
import { ChannelFields } from './channel-fields.tsx'
import { MAX_CHANNELS, type OwnChannel } from './commands.ts'

type ChannelsProps = { viewer: Viewer; channels: readonly OwnChannel[]; form: FormState }

export const ChannelsPage = ({ viewer, channels, form }: ChannelsProps) => (
  <Narrow>
    <SettingsPage
      viewer={viewer}
      title="Your channels"
      subtitle="Reach and engagement on your public page follow from these figures, as stated by you."
      here={routes.settings.channels.index.href()}
    >
      {channels.length > 0 ? (
        <>
          <ProfileMetrics channels={channels} />
          <Section title="Channels">
            <Card>
              <Table caption="Your channels" columns={columns} rows={channels} />
            </Card>
          </Section>
        </>
      ) : (
        <EmptyState title="No channels yet">
          Add the first one below: without channels there is no reach, and sponsors do not find you.
        </EmptyState>
      )}
      <Section title="Add a channel" id="add">
        {channels.length < MAX_CHANNELS ? (
          <ChannelFormCard action={routes.settings.channels.index.href()} form={form}>
            <SubmitButton>Add the channel</SubmitButton>
          </ChannelFormCard>
        ) : (
          <p>{MAX_CHANNELS} channels are the most.</p>
        )}
      </Section>
    </SettingsPage>
  </Narrow>
)

type ChannelProps = { viewer: Viewer; channel: OwnChannel; form: FormState }

export const ChannelPage = ({ viewer, channel, form }: ChannelProps) => (
  <Narrow>
    <SettingsPage
      viewer={viewer}
      title={nameOf(channel)}
      aside={<Removal channel={channel} />}
      here={routes.settings.channels.index.href()}
    >
      <ChannelFormCard action={routes.settings.channels.edit.href({ channelId: channel.id })} form={form}>
        <SubmitButton>Save</SubmitButton>
        <a href={routes.settings.channels.index.href()}>Back without saving</a>
      </ChannelFormCard>
    </SettingsPage>
  </Narrow>
)

const ChannelFormCard = ({
  action,
  form,
  children,
}: {
  action: string
  form: FormState
  children?: Child
}) => (
  <Card>
    <Form action={action}>
      <FormErrors errors={form.errors} />
      <ChannelFields form={form} />
      <Actions>{children}</Actions>
    </Form>
  </Card>
)

const columns: readonly Column<OwnChannel>[] = [
  { header: 'Channel', small: 'title', cell: nameOf },
  { header: 'Followers', align: 'end', small: 'value', cell: ({ followers }) => <Count value={followers} /> },
  { header: 'Posts in 30 days', align: 'end', cell: (row) => <Count value={row.postsLast30Days} /> },
  { header: 'Figures of', align: 'end', cell: ({ figuresDate }) => <FiguresDate day={figuresDate} /> },
  {
    header: 'Change',
    small: 'action',
    align: 'end',
    cell: (channel) => (
      <ButtonLink href={routes.settings.channels.edit.href({ channelId: channel.id })} small>
        Change<span class="visually-hidden"> {nameOf(channel)}</span>
      </ButtonLink>
    ),
  },
]

const Removal = ({ channel }: { channel: OwnChannel }) => (
  <ConfirmDialog
    label="Remove…"
    question={`Remove ${nameOf(channel)} from your profile?`}
    explain="Your reach and engagement are counted again without it."
    action={routes.settings.channels.removal.href({ channelId: channel.id })}
    confirm="Remove it"
  />
)

function nameOf({ platform, handle }: OwnChannel): string {
  return `${platforms[platform]} ${handle}`
}
