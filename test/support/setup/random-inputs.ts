import fc from 'fast-check'

/**
 * Property tests try the same inputs in every run, so that a test does not pass or fail by luck.
 * `SEED=7 npm test` tries others.
 */
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.SEED ?? 1) })
