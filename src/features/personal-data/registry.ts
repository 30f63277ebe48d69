import type { PersonalRecord } from '../../platform/personal-data/record.ts'
import { personalData as abuseReports } from '../abuse-reports/personal-data.ts'
import { personalData as accounts } from '../accounts/personal-data.ts'
import { personalData as activity } from '../activity/personal-data.ts'
import { personalData as adRequests } from '../ad-requests/personal-data/records.ts'
import { personalData as audit } from '../audit/personal-data.ts'
import { personalData as bulkActions } from '../bulk-actions/personal-data.ts'
import { personalData as calendar } from '../calendar/personal-data.ts'
import { personalData as campaigns } from '../campaigns/personal-data/records.ts'
import { personalData as collaborations } from '../collaborations/personal-data.ts'
import { personalData as discovery } from '../discovery/personal-data/records.ts'
import { personalData as emailAddresses } from '../email-addresses/personal-data.ts'
import { personalData as emailLinks } from '../email-links/personal-data.ts'
import { personalData as exports } from '../exports/personal-data.ts'
import { personalData as flags } from '../flags/personal-data/records.ts'
import { personalData as influencers } from '../influencers/personal-data/records.ts'
import { personalData as notifications } from '../notifications/personal-data.ts'
import { personalData as priceGuidance } from '../price-guidance/personal-data.ts'
import { personalData as securityLog } from '../security-log/personal-data.ts'
import { personalData as sponsors } from '../sponsors/personal-data.ts'
import { personalData as deletions } from './personal-data.ts'

/**
 * Everything that Parley stores about people, in the order in which it is erased. What other statements read comes
 * late: the address of the account, the name of the company, and the requests that a campaign's deletion takes along.
 */
export const personalRecords: readonly PersonalRecord[] = [
  ...bulkActions,
  ...notifications,
  ...abuseReports,
  ...flags,
  ...adRequests,
  ...collaborations,
  ...priceGuidance,
  ...campaigns,
  ...discovery,
  ...calendar,
  ...exports,
  ...emailLinks,
  ...emailAddresses,
  ...influencers,
  ...sponsors,
  ...securityLog,
  ...accounts,
  ...audit,
  ...deletions,
  ...activity,
]
