/** Everybody in the demo has this password. */
export const DEMO_PASSWORD = 'parley demo 2026'

// biome-ignore format: one line for each person
/** The accounts that the README and `npm start` suggest for signing in. */
export const named = {
  sponsor: { username: 'northway', email: 'nora@northway.example', displayName: 'Nora Oduya', role: 'sponsor' },
  influencer: { username: 'mara', email: 'mara@mail.example', displayName: 'Mara Lindqvist', role: 'influencer' },
  admin: { username: 'admin', email: 'admin@parley.example', displayName: 'Ada Holm', role: 'admin' },
  waiting: { username: 'wrenmere', email: 'tomas@wrenmere.example', displayName: 'Tomas Wrede', role: 'sponsor waiting for approval' },
  rejected: { username: 'sorrelmark', email: 'office@sorrelmark.example', displayName: 'Perrin Sallow', role: 'rejected sponsor' },
} as const
