import type { Child } from 'hono/jsx'
import type { FormState } from '../../../platform/forms/form.ts'
import type { Viewer } from '../../../platform/http/context.ts'
import { Actions, Form, FormErrors, SubmitButton } from '../../../ui/forms/form.tsx'
import { Breadcrumbs } from '../../../ui/layout/breadcrumbs.tsx'
import type { Link } from '../../../ui/layout/link.ts'
import { Card } from '../../../ui/page/card.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Narrow } from '../../../ui/page/split.tsx'
import { Tabs } from '../../../ui/page/tabs.tsx'
import { type SettingsPageName, type SettingsTab, settingsPages } from './settings-pages.ts'

type PageProps = {
  viewer: Viewer
  /** The open tab. */
  tab: SettingsPageName
  title: string
  /** The pages above this one, if it is below a tab. */
  trail?: readonly Link[]
  subtitle?: Child
  aside?: Child
  children?: Child
}

/** The frame of every settings page: the viewer's tabs and a title. */
export const SettingsPage = ({ viewer, tab, title, trail, subtitle, aside, children }: PageProps) => (
  <Narrow>
    <Tabs label="Settings" tabs={tabsFor(viewer, tab)} wraps />
    {trail ? <Breadcrumbs trail={trail} here={title} /> : null}
    <PageHeader title={title} subtitle={subtitle} aside={aside} />
    {children}
  </Narrow>
)

type FormProps = {
  form: FormState
  action: string
  submit?: string
  cancel?: string
  /** Whether the form asks for a password. */
  hasPassword?: boolean
  /** Whether it asks for nothing but passwords and codes. */
  hasOnlySecrets?: boolean
  /** The labels of fields that are called differently in this form. */
  labels?: Readonly<Record<string, string>>
  children?: Child
}

/** A settings form in a card. `cancel` is the page to go back to. */
export const SettingsForm = ({
  form,
  action,
  submit = 'Save',
  cancel,
  hasPassword,
  hasOnlySecrets,
  labels,
  children,
}: FormProps) => (
  <Card>
    <Form action={action}>
      <FormErrors
        errors={form.errors}
        hasPassword={hasPassword}
        hasOnlySecrets={hasOnlySecrets}
        labels={labels}
      />
      {children}
      <Actions>
        <SubmitButton>{submit}</SubmitButton>
        {cancel ? <a href={cancel}>Back without saving</a> : null}
      </Actions>
    </Form>
  </Card>
)

function tabsFor({ role, status }: Viewer, open: SettingsPageName) {
  return Object.values<SettingsTab>(settingsPages)
    .filter(({ roles, needsApproval }) => roles.includes(role) && (status === 'active' || !needsApproval))
    .map(({ label, href }) => ({ label, href, current: href === settingsPages[open].href }))
}
