/** An error that the person at the terminal can fix. Its message is shown without a stack trace. */
export class CliError extends Error {}
