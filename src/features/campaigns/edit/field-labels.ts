import type { CampaignField } from '../forms.ts'

/** The labels of a campaign's form, in its order. */
export const fieldLabels: Readonly<Record<CampaignField, string>> = {
  name: 'Name',
  brief: 'Brief',
  goals: 'Goals',
  category: 'Category',
  niche: 'Niche',
  platforms: 'Platforms',
  deliverableKind: 'Deliverables',
  deliverableCount: 'How many of each',
  hashtags: 'Hashtags',
  mentions: 'Mentions',
  dos: 'Do',
  donts: "Don't",
  disclosure: 'Disclosure',
  usageChannels: 'Usage rights',
  usageMonths: 'Usage period',
  startDate: 'Start date',
  endDate: 'End date',
  timeZone: 'Time zone',
  budget: 'Budget',
  visibility: 'Who can see it',
}

export const campaignFields = Object.keys(fieldLabels) as CampaignField[]
