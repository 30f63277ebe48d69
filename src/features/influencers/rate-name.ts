import { type DeliverableKind, deliverableKinds } from '../../shared/taxonomy.ts'

/** "One reel". */
export function rateName({ kind }: { kind: DeliverableKind }): string {
  return `One ${deliverableKinds[kind][0]}`
}
