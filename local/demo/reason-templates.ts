import type { ReasonPurpose } from '../../src/features/reason-templates/reason-template.ts'

interface Row {
  readonly purpose: ReasonPurpose
  readonly title: string
  readonly text: string
}

// biome-ignore format: a line for each template
export const reasonTemplates: readonly Row[] = [
  { purpose: 'sponsor_rejection', title: 'Website does not open', text: 'Your website does not open. Please correct the address, or add one where we can see what you sell.' },
  { purpose: 'sponsor_rejection', title: 'Empty profile', text: 'Your profile does not say what you make or whom you want to reach. Please add a few sentences.' },
  { purpose: 'sponsor_rejection', title: 'Poses as somebody else', text: 'Another company is known by this name. Please write to us from an e-mail address of that company, or choose a name that is your own.' },
  { purpose: 'sponsor_rejection', title: 'Second account', text: 'You already have an account with us. Please sign in to that one.' },
  { purpose: 'name_rejection', title: 'Known name', text: 'Another company is known by this name. Please choose one that is your own.' },
  { purpose: 'flag', title: 'Claim without a source', text: 'It makes a claim about health without a source.' },
  { purpose: 'suspension', title: 'Payment outside of Parley', text: 'You asked for payment outside of Parley.' },
]
