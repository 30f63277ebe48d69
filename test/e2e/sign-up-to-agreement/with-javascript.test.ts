import { desk, phone } from '../support/variants.ts'
import { signUpToAgreement } from './steps.ts'

signUpToAgreement([desk, phone])
