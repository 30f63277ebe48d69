import { plainDesk, plainPhone } from '../support/variants.ts'
import { signUpToAgreement } from './steps.ts'

signUpToAgreement([plainDesk, plainPhone])
