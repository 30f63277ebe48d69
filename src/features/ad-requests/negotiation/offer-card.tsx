import { formatDay } from '../../../shared/format.ts'
import { formatMoney } from '../../../shared/money.ts'
import { countedDeliverable } from '../../../shared/taxonomy.ts'
import { DOT } from '../../../shared/text/facts.ts'
import { dayAt } from '../../../shared/time.ts'
import { usageRightsText } from '../../../shared/usage-rights.ts'
import { type Term, Terms } from '../../../ui/data/terms.tsx'
import { Prose } from '../../../ui/page/prose.tsx'
import { Changed } from '../../../ui/values/changed.tsx'
import { useLocale } from '../../../ui/values/locale.ts'
import { Time, Zone } from '../../../ui/values/time.tsx'
import { isEdit, type Offer } from '../offer.ts'

type Props = {
  offer: Offer
  before: Offer | undefined
  /** Of the due dates. */
  timeZone: string
  /** "You", or the name of the side. */
  who: string
  mine: boolean
  /** A later offer has answered or replaced it. */
  old: boolean
}

/** One offer, with what it changed from the one before. */
export const OfferCard = ({ offer, before, timeZone, who, mine, old }: Props) => {
  const { currency, locale } = useLocale()
  const amount = (one: Offer) => formatMoney(one.paymentAmount, currency, { locale })
  return (
    <li class={`offer${mine ? ' offer-mine' : ''}${old ? ' offer-old' : ''}`} id={`offer-${offer.number}`}>
      <div class="offer-head">
        <span>
          Offer {offer.number}
          {DOT}
          {who}
          {isEdit(offer, before) ? ', edited' : ''}
        </span>
        <Time at={offer.madeAt} />
      </div>
      <div class="offer-amount">
        <Changed was={before ? amount(before) : null} now={amount(offer)} />
      </div>
      <Terms columns items={termsOf(offer, before, timeZone)} />
      {offer.message ? (
        <div class="offer-message">
          <Prose text={offer.message} />
        </div>
      ) : null}
    </li>
  )
}

/** What an offer says besides the payment, with what it changed from the one before. */
export function termsOf(offer: Offer, before: Offer | undefined, timeZone: string): Term[] {
  const changed = (text: (one: Offer) => string) => (
    <Changed was={before ? text(before) : null} now={text(offer)} />
  )
  const items: Term[] = [
    { term: 'Deliverables', detail: changed(deliverablesText) },
    { term: 'Due', detail: <Due offer={offer} before={before} timeZone={timeZone} /> },
  ]
  if (!before || usageRightsText(before) !== usageRightsText(offer)) {
    items.push({ term: 'Usage rights', detail: changed(usageRightsText) })
  }
  if (offer.requirements || before?.requirements) {
    items.push({ term: 'Requirements', wide: true, detail: changed((one) => one.requirements || 'none') })
  }
  return items
}

function deliverablesText({ deliverables }: Offer): string {
  return deliverables.map(({ kind, count }) => countedDeliverable(kind, count)).join(', ')
}

type DueProps = Pick<Props, 'offer' | 'before' | 'timeZone'>

const Due = ({ offer, before, timeZone }: DueProps) => {
  const today = dayAt(useLocale().now, timeZone)
  const days = (one: Offer) =>
    [...new Set(one.deliverables.map(({ dueDate }) => formatDay(dueDate, today)))].join(', ')
  return (
    <>
      <Changed was={before ? days(before) : null} now={days(offer)} /> <Zone of={timeZone} />
    </>
  )
}
