/** Where `watched-worker.js` takes new variables, and where it waits for the work that goes on after a response. */
export const BEGIN = '/.test/begin'
export const END = '/.test/end'

/** The line that it logs at the end. */
export const END_LOG = 'parley:end'

/** The prefixes of the other lines that it logs. */
export const WRITE_LOG = 'parley:write '
export const ADMIN_POST_LOG = 'parley:admin-post '
