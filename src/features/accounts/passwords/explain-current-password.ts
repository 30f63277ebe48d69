/** Why the password that confirms a change was refused, at its field. */
export const explainCurrentPassword = {
  wrong: { currentPassword: 'This is not your current password' },
  too_many: { currentPassword: 'Too many attempts. Wait a while, then try again' },
} as const
