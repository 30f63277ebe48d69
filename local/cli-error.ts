/** What a person can mend, in words for them: shown without a stack. */
export class CliError extends Error {}
