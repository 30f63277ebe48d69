import type { Child } from 'hono/jsx'
import { type Term, Terms } from '../../ui/data/terms.tsx'
import { Prose } from '../../ui/page/prose.tsx'
import { Money } from '../../ui/values/money.tsx'
import type { SponsorProfile } from './schema.ts'

export const sponsorLabels: Record<keyof SponsorProfile, string> = {
  companyName: 'Company or individual name',
  industry: 'Industry',
  annualBudget: 'Annual budget',
  website: 'Website',
  about: 'About',
}

/** A sponsor's whole profile, as they and the admins see it. */
export const SponsorTerms = ({ sponsor }: { sponsor: SponsorProfile }) => <Terms items={termsOf(sponsor)} />

function termsOf({ companyName, industry, annualBudget, website, about }: SponsorProfile): Term[] {
  const details: Record<keyof SponsorProfile, Child> = {
    companyName,
    industry,
    annualBudget: annualBudget === null ? 'Not provided' : <Money cents={annualBudget} compact />,
    website: website ?? 'Not provided',
    about: about === '' ? 'Not provided' : <Prose text={about} />,
  }
  return Object.entries(sponsorLabels).map(([name, term]) => ({
    term,
    detail: details[name as keyof SponsorProfile],
  }))
}
