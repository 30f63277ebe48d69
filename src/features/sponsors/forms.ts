import * as z from 'zod'
import { choice, line, list, money, optional, paragraphs, webAddress } from '../../platform/forms/fields.ts'
import { countryCodes, languageCodes, MAX_LANGUAGES } from '../../shared/places.ts'
import {
  type Category,
  type categories,
  categoryKeys,
  categoryLabel,
  nicheLabel,
  nichesOf,
} from '../../shared/taxonomy.ts'
import { displayName } from '../accounts/account.schema.ts'

export const ABOUT_LENGTH = 2_000

/** What a sponsor says of itself. */
export const sponsorFields = {
  companyName: displayName(120, 'Enter the name of the company, or your own'),
  industry: displayName(80, 'Enter the industry'),
  budget: optional(money()),
  website: optional(webAddress()),
  about: optional(paragraphs({ most: ABOUT_LENGTH })),
}

/** What an influencer says of itself; `nicheBelongs` goes with it. */
export const influencerFields = {
  category: choice(categoryKeys, 'Choose a category'),
  niche: z.enum(categoryKeys.flatMap(nicheKeysOf), { error: 'Choose a niche' }),
  bio: optional(paragraphs({ most: ABOUT_LENGTH })),
  country: optional(
    line({ most: 2 })
      .transform((code) => code.toUpperCase())
      .pipe(z.enum(countryCodes, { error: 'Choose a country from the list' })),
  ),
  city: optional(displayName(80, 'Enter a city')),
  languages: list()
    .transform((codes) => [...new Set(codes.filter((code) => code !== ''))])
    .pipe(
      z
        .array(z.enum(languageCodes, { error: 'Choose languages from the list' }))
        .max(MAX_LANGUAGES, { error: `Choose at most ${MAX_LANGUAGES} languages` }),
    ),
}

/** Refuses, at `niche`, a niche of another category. */
export function nicheBelongs(chosen: { category: Category; niche: string }, context: z.RefinementCtx): void {
  if (nicheLabel(chosen.category, chosen.niche) !== undefined) return
  context.addIssue({
    code: 'custom',
    path: ['niche'],
    message: `Choose a niche of ${categoryLabel(chosen.category)}: ${Object.values(nichesOf(chosen.category)).join(', ')}`,
  })
}

export const sponsorProfileForm = z.object(sponsorFields)

export const influencerProfileForm = z
  .object({
    ...influencerFields,
    availability: choice(['open', 'limited', 'closed'], 'Say whether you take requests'),
  })
  .superRefine(nicheBelongs)

export type SponsorProfile = z.output<typeof sponsorProfileForm>
export type InfluencerProfile = Omit<z.output<typeof influencerProfileForm>, 'availability'>

function nicheKeysOf(category: keyof typeof categories): string[] {
  return Object.keys(nichesOf(category))
}
