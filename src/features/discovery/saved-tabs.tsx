import { routes } from '../../routes.ts'
import { Tabs } from '../../ui/page/tabs.tsx'

/** What a sponsor keeps from its searches: people, and the searches themselves. `here` is the tab's address. */
export const KeptTabs = ({ here }: { here: string }) => (
  <Tabs
    label="Kept"
    tabs={[
      { label: 'Shortlists', href: routes.shortlists.index.href() },
      { label: 'Saved searches', href: routes.searches.index.href() },
    ].map((tab) => ({ ...tab, current: tab.href === here }))}
  />
)
