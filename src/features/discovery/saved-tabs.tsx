import { routes } from '../../routes.ts'
import { Tabs } from '../../ui/page/tabs.tsx'

/** Tabs for what sponsors save. `here` is the URL of the current tab. */
export const SavedTabs = ({ here }: { here: string }) => (
  <Tabs
    label="Saved"
    tabs={[
      { label: 'Shortlists', href: routes.shortlists.index.href() },
      { label: 'Saved searches', href: routes.searches.index.href() },
    ].map((tab) => ({ ...tab, current: tab.href === here }))}
  />
)
