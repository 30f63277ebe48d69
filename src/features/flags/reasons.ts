/** Why something can be flagged or reported, with the label in forms and e-mails. */
export const flagReasons = {
  spam: 'Spam',
  misleading_figures: 'Misleading figures',
  offensive: 'Offensive content',
  fraud: 'Fraud or a scam',
  copyright: 'Copyright or stolen content',
  undisclosed_advertising: 'Undisclosed advertising',
  impersonation: 'Pretends to be somebody else',
  off_platform: 'Payment outside of Parley',
  other: 'Something else',
} as const

export type FlagReason = keyof typeof flagReasons

export const flagReasonKeys = Object.keys(flagReasons) as [FlagReason, ...FlagReason[]]
