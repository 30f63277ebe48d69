interface DismissalReasonTexts {
  readonly label: string
  /** What the reporters are told. General, because the details are private. */
  readonly toReporters: string
}

/** Why reports are dismissed. In the order of the form. */
export const dismissalReasons = {
  no_violation: {
    label: 'It follows the rules',
    toReporters: 'We reviewed it carefully and found that it follows our rules.',
  },
  not_enough: {
    label: 'Not enough to go on',
    toReporters:
      'We could not confirm it with what we have. If it happens again, please report it with as much detail as you can.',
  },
  private_matter: {
    label: 'A matter between the two sides',
    toReporters: 'This is a disagreement that the two sides need to settle between themselves.',
  },
  settled: {
    label: 'Already settled',
    toReporters: 'It has been settled since you reported it.',
  },
} as const satisfies Record<string, DismissalReasonTexts>

export type DismissalReason = keyof typeof dismissalReasons

export const dismissalReasonKeys = Object.keys(dismissalReasons) as [DismissalReason, ...DismissalReason[]]
