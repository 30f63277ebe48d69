import { routes } from '../../../routes.ts'
import { appealText, decisionText, flagText, requestFlaggedText } from '../../flags/emails.ts'

const flag = { subject: 'campaign', title: 'Autumn Trail Boots' } as const
const appeal = 'We have removed the sentence about health, and the brief now links to the study.'
const path = routes.flags.show.href({ flagId: 7 })

/** The e-mails about flags, with a made-up campaign. */
export const sampleFlags = {
  flagged: {
    ...flagText({
      ...flag,
      reason: 'Misleading figures. The brief claims that the boots heal knees.',
      isSponsor: true,
    }),
    path,
  },
  flag_appealed: {
    ...appealText({ ...flag, ownerName: 'Northway Outdoor', appeal }),
    path: routes.admin.flags.show.href({ flagId: 7 }),
  },
  flag_decided: {
    ...decisionText({
      ...flag,
      decision: 'kept',
      decisionReason: 'The study that you link to is about another shoe.',
      appeal,
      ownerRole: 'sponsor',
    }),
    path,
  },
  ad_request_flagged: {
    ...requestFlaggedText('Autumn Trail Boots × Mara Lindqvist'),
    path: routes.adRequests.show.href({ adRequestId: 7 }),
  },
}
