import { otherSide } from '../../src/features/ad-requests/offer.ts'
import type { Cents } from '../../src/shared/money.ts'
import { HOUR, MINUTE } from '../../src/shared/time.ts'
import { questionsOf, rejectionWords } from './answer-words.ts'
import type { Negotiation } from './negotiation.ts'
import type { Random } from './random.ts'
import { counterProposal, editedProposal } from './terms.ts'

export interface Around {
  readonly now: number
  /** What the campaign has agreed to so far, in cents. */
  readonly committed: Cents
}

/** Plays a negotiation that has begun, until it ends or until now. */
export function improvise(negotiation: Negotiation, around: Around, random: Random): void {
  const rounds = Number(random.weighted({ 0: 34, 1: 30, 2: 20, 3: 11, 4: 5 }))
  for (let round = 0; round < rounds; round += 1) {
    chat(negotiation, around, random)
    if (!answerWithOffer(negotiation, around, random)) return
  }
  if (random.chance(0.3)) chat(negotiation, around, random)
  end(negotiation, around, random)
}

/** The next offer, by the other side or once more by the same; false when its time has not come yet. */
function answerWithOffer(negotiation: Negotiation, { now }: Around, random: Random): boolean {
  const { pair, latest, adRequest } = negotiation
  const isEdit = random.chance(0.17)
  const at = answerTime(negotiation, isEdit ? 0.2 : 0.75, random)
  if (at >= now) return false
  if (isEdit) negotiation.offer(latest.madeBy, editedProposal(pair, latest, at, random), at)
  else negotiation.offer(adRequest.turn, counterProposal(pair, latest, at, adRequest.turn, random), at)
  return true
}

function end(negotiation: Negotiation, around: Around, random: Random): void {
  const ending = random.weighted({ accepted: 46, rejected: 26, withdrawn: 10, silence: 18 })
  const at = answerTime(negotiation, 0.85, random)
  if (ending === 'silence') runOut(negotiation, around, random)
  else if (at >= around.now) return
  else if (ending === 'withdrawn') negotiation.withdraw(at)
  else if (ending === 'rejected') sayNo(negotiation, at, random)
  else if (at >= negotiation.pair.campaign.closedAt) runOut(negotiation, around, random)
  else agree(negotiation, around, at, random)
}

/** An agreement, where there is money for it: a campaign never gives out its last tenth. */
function agree(negotiation: Negotiation, { committed }: Around, at: number, random: Random): void {
  const { latest, pair, adRequest } = negotiation
  if (committed + latest.paymentAmount <= pair.campaign.budget * 0.9) {
    negotiation.accept(committed, at)
  } else if (adRequest.turn === 'sponsor') {
    negotiation.reject('budget', rejectionWords('sponsor', 'budget', random), at)
  } else {
    negotiation.reject('terms', '', at)
  }
}

function sayNo(negotiation: Negotiation, at: number, random: Random): void {
  const reason = random.pick(['budget', 'fit', 'timing', 'terms', 'other'] as const)
  negotiation.reject(reason, rejectionWords(negotiation.adRequest.turn, reason, random), at)
}

/** Nobody answers. Where that was lately, no job has noted it yet: the clock alone has ended it. */
function runOut(negotiation: Negotiation, { now }: Around, random: Random): void {
  const { closesAt } = negotiation.adRequest
  const isNoted = closesAt < now - 48 * HOUR || random.chance(0.25)
  if (closesAt <= now && isNoted) negotiation.expire()
}

/** A question about the offer that has not been asked before, and mostly an answer. */
function chat(negotiation: Negotiation, { now }: Around, random: Random): void {
  if (!random.chance(0.45)) return
  const { turn, closesAt } = negotiation.adRequest
  const asked = answerTime(negotiation, 0.1, random)
  const fresh = questionsOf(turn, negotiation.pair).filter(([question]) => !negotiation.hasSaid(question))
  if (asked >= now || fresh.length === 0) return
  const [question, answer] = random.pick(fresh)
  negotiation.say(turn, question, asked)
  const answered = asked + Math.floor(random.between(10 * MINUTE, 3 * HOUR))
  if (answered < Math.min(now, closesAt)) negotiation.say(otherSide(turn), answer, answered)
}

/** Within the life of the latest offer, mostly early, at most so far along. */
function answerTime({ latest: { madeAt, expiresAt } }: Negotiation, most: number, random: Random): number {
  return Math.floor(madeAt + (expiresAt - madeAt) * (0.01 + most * random.next() ** 2))
}
