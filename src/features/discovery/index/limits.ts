/** Of what somebody types, the rest is left out: nobody looks for more, and each word costs. */
export const MOST_WORDS = 8
export const MOST_LETTERS_OF_A_WORD = 40
