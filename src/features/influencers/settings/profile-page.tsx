import type { Child } from 'hono/jsx'
import { type FormState, fieldProps } from '../../../platform/forms/form.ts'
import type { Viewer } from '../../../platform/http/context.ts'
import { routes } from '../../../routes.ts'
import { Radios } from '../../../ui/forms/choice.tsx'
import { Actions, Form, FormErrors, SubmitButton } from '../../../ui/forms/form.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { Narrow } from '../../../ui/page/split.tsx'
import { SettingsPage } from '../../accounts/settings/settings-page.tsx'
import { InfluencerFields, SponsorFields } from '../../sponsors/profile-fields.tsx'

type Props = { viewer: Viewer; form: FormState }

export const SponsorProfilePage = ({ viewer, form }: Props) => (
  <ProfilePage viewer={viewer} form={form} subtitle={sponsorSubtitle[viewer.status]}>
    <SponsorFields form={form} />
  </ProfilePage>
)

export const InfluencerProfilePage = ({ viewer, form }: Props) => (
  <ProfilePage
    viewer={viewer}
    form={form}
    subtitle={
      <>
        Everyone can read it on{' '}
        <a href={routes.influencers.show.href({ influencerId: viewer.id })}>your public page</a>.
      </>
    }
  >
    <InfluencerFields form={form} />
    <Radios
      {...fieldProps(form, 'availability')}
      legend="New requests"
      options={[
        { value: 'open', label: 'Open', hint: 'Send me what you have.' },
        { value: 'limited', label: 'Few', hint: 'Only what fits well.' },
        { value: 'closed', label: 'None for now', hint: 'Sponsors see that you are booked.' },
      ]}
    />
  </ProfilePage>
)

const ProfilePage = ({ viewer, form, subtitle, children }: Props & { subtitle: Child; children?: Child }) => (
  <Narrow>
    <SettingsPage
      viewer={viewer}
      title="Your profile"
      subtitle={subtitle}
      here={routes.settings.profile.href()}
    >
      <Card>
        <Form action={routes.settings.profile.href()}>
          <FormErrors errors={form.errors} />
          {children}
          <Actions>
            <SubmitButton>Save</SubmitButton>
          </Actions>
        </Form>
      </Card>
    </SettingsPage>
  </Narrow>
)

const sponsorSubtitle: Record<Viewer['status'], string> = {
  active: 'Influencers read it before they answer you.',
  pending: 'An admin reads it before your account is approved.',
  rejected: 'Correct what the admin asks for, save, and then send it again.',
}
