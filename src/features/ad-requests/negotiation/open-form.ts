import * as z from 'zod'
import { chosenKinds } from '../../price-guidance/forms.ts'

/** Which form of the page is open: the one the viewer asked for, or the one that was refused. */
export type OpenForm = (typeof openForms)[number] | null

const openForms = ['accept', 'offer', 'reject', 'message'] as const

/**
 * The query of the page: `?answer=offer` opens a form and scrolls to it, without JavaScript. Links in e-mails use
 * it, because it survives signing in. A fragment would be lost.
 */
export const answerQuery = z.object({
  answer: z.enum(openForms).nullable().catch(null).default(null),
  /** The kinds that are chosen in the form of an offer, for the price guidance. */
  deliverableKind: chosenKinds,
})

/** For links in e-mails that ask for an answer: opens the card with the offer and its three answers. */
export const openAnswer = { answer: 'accept' } as const
