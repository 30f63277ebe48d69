import type { Change } from './change.ts'
import { adminTable } from './changes/admin-table.ts'
import { defaultLifetime } from './changes/default-lifetime.ts'
import { emailWording } from './changes/email-wording.ts'
import { filter } from './changes/filter.ts'
import { notification } from './changes/notification.ts'
import { page } from './changes/page.ts'
import { permission } from './changes/permission.ts'
import { platform } from './changes/platform.ts'
import { profileField } from './changes/profile-field.ts'
import { sortOrder } from './changes/sort-order.ts'

export const changes: readonly Change[] = [
  platform,
  sortOrder,
  profileField,
  defaultLifetime,
  notification,
  adminTable,
  emailWording,
  filter,
  page,
  permission,
]
