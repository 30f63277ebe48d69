/** Which form of the page was refused, with what was typed. */
export type OpenDecision = 'assignment' | 'dismissal' | 'upholding' | null
