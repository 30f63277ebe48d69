import type { FormState } from '../../../platform/forms/form.ts'
import type { Viewer } from '../../../platform/http/context.ts'
import { routes } from '../../../routes.ts'
import { type Column, Table } from '../../../ui/data/table.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { ButtonLink } from '../../../ui/forms/form.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { Section } from '../../../ui/page/split.tsx'
import { Count } from '../../../ui/values/count.tsx'
import { SettingsForm, SettingsPage } from '../../accounts/settings/settings-page.tsx'
import { channelName } from '../channel-name.ts'
import { MetricsDate } from '../metrics-date.tsx'
import { ProfileMetrics } from '../profile/profile-metrics.tsx'
import { ChannelFields } from './channel-fields.tsx'
import { MAX_CHANNELS } from './commands.ts'
import type { OwnChannel } from './queries.ts'

type Props = { viewer: Viewer; channels: readonly OwnChannel[]; form: FormState }

export const ChannelsPage = ({ viewer, channels, form }: Props) => (
  <SettingsPage
    viewer={viewer}
    tab="channels"
    title="Your channels"
    subtitle="Your public page shows these numbers as stated by you, and calculates your reach and engagement from them."
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
        Add your first one below. Without channels you have no reach, and sponsors are unlikely to find you.
      </EmptyState>
    )}
    <Section title="Add a channel" id="add">
      {channels.length < MAX_CHANNELS ? (
        <SettingsForm form={form} action={routes.settings.channels.index.href()} submit="Add channel">
          <ChannelFields form={form} />
        </SettingsForm>
      ) : (
        <p>You've listed the maximum of {MAX_CHANNELS} channels.</p>
      )}
    </Section>
  </SettingsPage>
)

const columns: readonly Column<OwnChannel>[] = [
  { header: 'Channel', small: 'title', cell: channelName },
  { header: 'Followers', align: 'end', small: 'value', cell: ({ followers }) => <Count value={followers} /> },
  { header: 'Posts in 30 days', align: 'end', cell: (row) => <Count value={row.postsLast30Days} /> },
  { header: 'As of', align: 'end', cell: ({ metricsDate }) => <MetricsDate day={metricsDate} /> },
  {
    header: 'Edit',
    small: 'action',
    align: 'end',
    cell: (channel) => (
      <ButtonLink href={routes.settings.channels.edit.href({ channelId: channel.id })} small>
        Edit<span class="visually-hidden"> {channelName(channel)}</span>
      </ButtonLink>
    ),
  },
]
