import { keepTyped, warnOfUnsaved } from './behaviors/unsaved.ts'

// For pages with forms, which people who are signed in have. It runs before `app.ts`.
keepTyped()
warnOfUnsaved()
