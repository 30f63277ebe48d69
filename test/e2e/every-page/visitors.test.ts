import { checkPages } from './check-pages.ts'

checkPages('visitor', 'waiting sponsor', 'rejected sponsor')
