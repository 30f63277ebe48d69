/** What values that are no text look like if a page shows them all the same. For regular expressions. */
export const NO_TEXT = String.raw`null|undefined|NaN|Infinity|Invalid Date|\[object \w+\]`
