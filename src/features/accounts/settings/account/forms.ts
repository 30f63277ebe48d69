import * as z from 'zod'
import { accountFields } from '../../forms.ts'

export const accountForm = z.object(accountFields)

export type AccountForm = z.output<typeof accountForm>
