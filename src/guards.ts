import { isOwnSecurity } from './features/accounts/settings/security/policy.ts'
import { isEmailLink } from './features/email-links/policy.ts'
import { isPreparedFile } from './features/exports/policy.ts'
import { isOwnFlag } from './features/flags/routes.tsx'
import { isOpenWhileDeleting } from './features/personal-data/policy.ts'
import { openBeforeApproval } from './features/sponsors/waiting/open-before-approval.ts'
import { approved, notDeleting } from './platform/http/guards.ts'

/** Sponsors who wait for approval, and those who were rejected, may open only these pages. */
export const sponsorsNeedApproval = approved(
  (path) =>
    openBeforeApproval.includes(path) ||
    isOwnSecurity(path) ||
    isPreparedFile(path) ||
    isOwnFlag(path) ||
    isEmailLink(path),
)

/** An account that is being deleted may open only these pages. */
export const closedWhileDeleting = notDeleting((path) => isOpenWhileDeleting(path) || isEmailLink(path))
