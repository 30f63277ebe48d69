/** Keys are stored, labels are shown. In the order of the form. */
export const rejectionReasons = {
  budget: "The payment doesn't work",
  fit: 'Not the right fit',
  timing: "The dates don't work",
  terms: "The terms don't work",
  other: 'Another reason',
} as const

export type RejectionReason = keyof typeof rejectionReasons

export const rejectionReasonKeys = Object.keys(rejectionReasons) as [RejectionReason, ...RejectionReason[]]
