import type { AccountDetails } from '../../src/features/accounts/schema.ts'
import type { Answer } from '../../src/features/admin/sponsors/answer.ts'
import type { SponsorProfile } from '../../src/features/sponsors/schema.ts'
import { cents } from '../../src/shared/money.ts'
import { named } from './accounts.ts'

/** `joined`: days before now. The admin's answer comes a quarter of that time later. */
type Person = AccountDetails & { readonly username: string } & Pick<
    SponsorProfile,
    'companyName' | 'industry'
  > &
  Partial<SponsorProfile> & { readonly joined: number; readonly answer?: Answer }

const { sponsor, waiting, rejected } = named
const approved = { kind: 'approved' } as const

// biome-ignore format: a few lines for each person
export const sponsors: readonly Person[] = [
  { ...sponsor, timeZone: 'America/Denver', joined: 400, answer: approved, companyName: 'Northway Outdoor', industry: 'Outdoor gear', annualBudget: cents(240_000_00),
    about: 'Boots, packs and shells that can be repaired. We make them in Colorado and Portugal and answer every letter.' },
  { username: 'kettleandcrumb', email: 'dele@kettleandcrumb.example', displayName: 'Dele Akande', timeZone: 'Europe/London', joined: 390, answer: approved,
    companyName: 'Kettle & Crumb', industry: 'Food and drink', about: 'A small coffee roaster and a stubborn bakery, under one roof in Bristol.' },
  { username: 'fjordline', email: 'signe@fjordline.example', displayName: 'Signe Aasen', timeZone: 'Europe/Oslo', joined: 380, answer: approved,
    companyName: 'Fjordline Rail', industry: 'Travel', about: 'Night trains between Oslo, Stockholm and the far north, with real beds and a dining car.' },
  { username: 'lumendesk', email: 'ivo@lumendesk.example', displayName: 'Ivo Marek', timeZone: 'Europe/Prague', joined: 370, answer: approved,
    companyName: 'Lumen Desk', industry: 'Technology', about: 'Lamps, stands and quiet keyboards for people who work from a small room.' },
  { ...rejected, timeZone: 'Europe/London', joined: 4, companyName: 'Sorrelmark Trading', industry: 'Business services',
    answer: { kind: 'rejected', reason: 'Your website does not open, and your profile does not say what you sell. Please add both and resubmit.' } },
  { username: 'tidewell', email: 'ana@tidewell.example', displayName: 'Ana Duarte', timeZone: 'Europe/Lisbon', joined: 1,
    companyName: 'Tidewell Skincare', industry: 'Beauty', about: 'Sunscreen and after-sun care from Aveiro, sold in pharmacies in Portugal and Spain.' },
  { ...waiting, timeZone: 'Europe/Stockholm', joined: 0.2, companyName: 'Wrenmere Provisions', industry: 'Food and drink', annualBudget: cents(60_000_00),
    about: 'Crispbread, jam and smoked cheese for long walks. We deliver in Sweden and Norway.' },
]
