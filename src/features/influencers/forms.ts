import * as z from 'zod'
import { choice, line, list, name, optional, paragraphs } from '../../platform/forms/fields.ts'
import type { FieldsOf } from '../../platform/forms/form-from.ts'
import { countryCodes, languageCodes, MAX_LANGUAGES } from '../../shared/places.ts'
import { type Category, categoryKeys, categoryLabel, nicheLabel, nichesOf } from '../../shared/taxonomy.ts'
import type { InfluencerProfile } from './schema.ts'

export const BIO_LENGTH = 2_000

/** The fields at sign-up and in the settings. Their inputs are in `influencer-fields.tsx`. */
export const influencerFields = {
  category: choice(categoryKeys, 'Choose a category'),
  niche: z.enum(
    categoryKeys.flatMap((category) => Object.keys(nichesOf(category))),
    { error: 'Choose a niche' },
  ),
  bio: optional(paragraphs({ max: BIO_LENGTH }), ''),
  country: optional(
    line({ max: 2 })
      .transform((code) => code.toUpperCase())
      .pipe(z.enum(countryCodes, { error: 'Choose a country from the list' })),
    '',
  ),
  city: optional(name({ max: 80, required: 'Enter a city' }), ''),
  languages: list()
    .transform((codes) => [...new Set(codes.filter((code) => code !== ''))])
    .pipe(
      z
        .array(z.enum(languageCodes, { error: 'Choose languages from the list' }))
        .max(MAX_LANGUAGES, { error: `Choose at most ${MAX_LANGUAGES} languages` }),
    ),
} satisfies FieldsOf<Omit<InfluencerProfile, 'availability'>>

/** New influencers are open to offers, so availability is a setting only. */
export const influencerSettingsFields = {
  ...influencerFields,
  availability: choice(['open', 'limited', 'closed'], "Choose whether you're taking requests"),
} satisfies FieldsOf<InfluencerProfile>

export const influencerProfileForm = z.object(influencerSettingsFields).superRefine(nicheBelongs)

/** Refuses a niche that belongs to another category. */
export function nicheBelongs(chosen: { category: Category; niche: string }, context: z.RefinementCtx): void {
  if (nicheLabel(chosen.category, chosen.niche) !== undefined) return
  const niches = Object.values(nichesOf(chosen.category)).join(', ')
  const message = `Choose a niche in ${categoryLabel(chosen.category)}: ${niches}`
  context.addIssue({ code: 'custom', path: ['niche'], message })
}
