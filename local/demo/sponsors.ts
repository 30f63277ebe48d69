import type { AccountDetails } from '../../src/features/accounts/schema.ts'
import type { Answer } from '../../src/features/admin/sponsors/answer.ts'
import type { NewSponsorProfile } from '../../src/features/sponsors/schema.ts'
import { cents } from '../../src/shared/money.ts'
import { named } from './accounts.ts'

type Profile = Omit<NewSponsorProfile, 'website'>
type Row = AccountDetails & { username: string; joined: number; answer?: Answer; profile: Profile }

// biome-ignore format: a few lines for each person
/** `joined` is in days ago. The admin answered after a quarter of that time. */
export const sponsors: readonly Row[] = [
  { ...named.sponsor, timeZone: 'America/Denver', joined: 400, answer: { kind: 'approved' },
    profile: { companyName: 'Northway Outdoor', industry: 'Outdoor gear', annualBudget: cents(240_000_00), about: 'Boots, packs and shells that can be repaired. We make them in Colorado and Portugal and answer every letter.' } },
  { username: 'kettleandcrumb', email: 'dele@kettleandcrumb.example', displayName: 'Dele Akande', timeZone: 'Europe/London', joined: 390, answer: { kind: 'approved' },
    profile: { companyName: 'Kettle & Crumb', industry: 'Food and drink', annualBudget: null, about: 'A small coffee roaster and a stubborn bakery, under one roof in Bristol.' } },
  { username: 'fjordline', email: 'signe@fjordline.example', displayName: 'Signe Aasen', timeZone: 'Europe/Oslo', joined: 380, answer: { kind: 'approved' },
    profile: { companyName: 'Fjordline Rail', industry: 'Travel', annualBudget: null, about: 'Night trains between Oslo, Stockholm and the far north, with real beds and a dining car.' } },
  { username: 'lumendesk', email: 'ivo@lumendesk.example', displayName: 'Ivo Marek', timeZone: 'Europe/Prague', joined: 370, answer: { kind: 'approved' },
    profile: { companyName: 'Lumen Desk', industry: 'Technology', annualBudget: null, about: 'Lamps, stands and quiet keyboards for people who work from a small room.' } },
  { username: 'hollowpine', email: 'greta@hollowpine.example', displayName: 'Greta Lund', timeZone: 'Europe/Copenhagen', joined: 360, answer: { kind: 'approved' },
    profile: { companyName: 'Hollow Pine', industry: 'Outdoor gear', annualBudget: null, about: 'Hammocks and tarps, sewn in Aarhus, mended for life.' } },
  { username: 'fernandflint', email: 'owen@fernandflint.example', displayName: 'Owen Price', timeZone: 'Europe/London', joined: 355, answer: { kind: 'approved' },
    profile: { companyName: 'Fern & Flint', industry: 'Outdoor gear', annualBudget: null, about: 'Knives, pans and small axes from a forge in Wales.' } },
  { username: 'bluecairn', email: 'maite@bluecairn.example', displayName: 'Maite Etxeberria', timeZone: 'Europe/Madrid', joined: 350, answer: { kind: 'approved' },
    profile: { companyName: 'Blue Cairn Maps', industry: 'Travel', annualBudget: null, about: 'Paper maps of the Pyrenees and the Cantabrian coast, checked on foot.' } },
  { ...named.rejected, timeZone: 'Europe/London', joined: 4, answer: { kind: 'rejected', reason: 'Your website does not open, and your profile does not say what you sell. Please add both and resubmit.' },
    profile: { companyName: 'Sorrelmark Trading', industry: 'Business services', annualBudget: null, about: '' } },
  { username: 'tidewell', email: 'ana@tidewell.example', displayName: 'Ana Duarte', timeZone: 'Europe/Lisbon', joined: 1,
    profile: { companyName: 'Tidewell Skincare', industry: 'Beauty', annualBudget: null, about: 'Sunscreen and after-sun care from Aveiro, sold in pharmacies in Portugal and Spain.' } },
  { ...named.waiting, timeZone: 'Europe/Stockholm', joined: 0.2,
    profile: { companyName: 'Wrenmere Provisions', industry: 'Food and drink', annualBudget: cents(60_000_00), about: 'Crispbread, jam and smoked cheese for long walks. We deliver in Sweden and Norway.' } },
]
