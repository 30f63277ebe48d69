import { type FormState, fieldProps } from '../../../platform/forms/form.ts'
import type { Viewer } from '../../../platform/http/context.ts'
import { routes } from '../../../routes.ts'
import { Radios } from '../../../ui/forms/choice.tsx'
import { SettingsForm, SettingsPage } from '../../accounts/settings/settings-page.tsx'
import { settingsPages } from '../../accounts/settings/settings-pages.ts'
import { InfluencerFields } from '../influencer-fields.tsx'

type Props = { viewer: Viewer; form: FormState }

export const InfluencerSettingsPage = ({ viewer, form }: Props) => (
  <SettingsPage
    viewer={viewer}
    tab="profile"
    title="Your profile"
    subtitle={
      <>
        Everyone can see it on{' '}
        <a href={routes.influencers.show.href({ influencerId: viewer.id })}>your public page</a>.
      </>
    }
  >
    <SettingsForm form={form} action={settingsPages.profile.href}>
      <InfluencerFields form={form} />
      <Radios
        {...fieldProps(form, 'availability')}
        legend="New requests"
        options={[
          { value: 'open', label: 'Open', hint: 'All offers are welcome.' },
          { value: 'limited', label: 'Limited', hint: "Only if it's a good fit." },
          { value: 'closed', label: 'Closed for now', hint: "Sponsors see that you're not taking offers." },
        ]}
      />
    </SettingsForm>
  </SettingsPage>
)
