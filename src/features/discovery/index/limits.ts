/** Of what somebody types, the rest is left out: nobody looks for more, and each word costs. */
export const MAX_WORDS = 8
export const MAX_LETTERS_OF_A_WORD = 40
