import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import {
  choice,
  choices,
  day,
  line,
  list,
  money,
  optional,
  paragraphs,
  webAddress,
  wholeNumber,
} from '../../../src/platform/forms/fields.ts'
import { cents } from '../../../src/shared/money.ts'

/** The value of a field, or its error message. */
function read(schema: z.ZodType, input: unknown): unknown {
  const parsed = schema.safeParse(input)
  return parsed.success ? parsed.data : { refused: parsed.error.issues[0]?.message }
}

describe('a line of text', () => {
  const name = line({ max: 10, min: 2, required: 'Enter a name' })

  it.each([
    ['as it is', 'Mara', 'Mara'],
    ['with its white space folded', '  Mara \t L\n ', 'Mara L'],
    ['without invisible characters', '\ufeffMa\u200bra\u00a0L\u00ad', 'Mara L'],
    ['without control characters', 'Ma\0ra\u0007\u009f', 'Mara'],
    ['with private-use characters, which are kept', 'Ma\u{f0001}ra\u{105121}', 'Ma\u{f0001}ra\u{105121}'],
    ['as normalized Unicode', 'e\u0301e\u0301', 'éé'],
    ['with emoji and right-to-left text', '👟 مرحبا', '👟 مرحبا'],
    ['with markup, which is text here', '<b>&amp;', '<b>&amp;'],
  ])('is cleaned: %s', (_, typed, kept) => {
    expect(read(name, typed)).toBe(kept)
  })

  it.each([
    ['nothing', undefined, 'Enter a name'],
    ['an empty one', '', 'Enter a name'],
    ['only white space', ' \t ', 'Enter a name'],
    ['only invisible characters', '\u3164\u200b\u2800', 'Enter a name'],
    ['only control characters', '\0\0', 'Enter a name'],
    ['a short one', 'M', 'Use at least 2 characters'],
    ['a long one', 'x'.repeat(11), 'Use at most 10 characters'],
    ['an enormous one', 'x'.repeat(100_000), 'Use at most 10 characters'],
    ['two values', ['Mara', 'Mara'], 'Fill this in once'],
    ['a number', 7, 'Enter a name'],
  ])('refuses %s', (_, typed, refused) => {
    expect(read(name, typed)).toEqual({ refused })
  })

  it('may be empty if it is not required', () => {
    expect(read(line({ max: 10 }), '')).toBe('')
  })
})

describe('paragraphs', () => {
  it('keep their lines and have normalized line ends', () => {
    expect(read(paragraphs({ max: 50 }), ' one\r\ntwo\rthree\n\n\tfour \r\n')).toBe(
      'one\ntwo\nthree\n\n\tfour',
    )
  })

  it('are measured after cleaning', () => {
    expect(read(paragraphs({ max: 3 }), `  abc${'\0'.repeat(100)}  `)).toBe('abc')
    expect(read(paragraphs({ max: 3 }), 'abcd')).toEqual({ refused: 'Use at most 3 characters' })
    expect(read(paragraphs({ max: 2_000 }), 'x'.repeat(2_001))).toEqual({
      refused: 'Use at most 2,000 characters',
    })
  })
})

describe('money', () => {
  const payment = money({ required: 'Enter the payment', min: cents(100), max: cents(1_000_000) })

  it.each([
    ['1250.00', 125_000],
    [' 1,250.5 ', 125_050],
    ['$1.25k', 125_000],
    ['１２', 1_200],
    ['1', 100],
    ['10000', 1_000_000],
  ])('%j is parsed as cents', (typed, amount) => {
    expect(read(payment, typed)).toBe(amount)
  })

  it.each([
    ['', 'Enter the payment'],
    [undefined, 'Enter the payment'],
    ['0.99', 'Enter at least $1.00'],
    ['10000.01', 'Enter at most $10,000.00'],
    ['-5', 'Enter at least $1.00'],
    ['1.005', 'Use two digits after the dot, like 1250.00. For thousands use a comma'],
    ['1,2,3', 'Use commas only between thousands, and a dot before cents, like 1,250.00'],
    ['€5', 'Enter the amount in USD, like 1250.00'],
    ['Infinity', 'Enter an amount like 1250.00'],
    ['0x10', 'Enter an amount like 1250.00'],
    ['9'.repeat(400), 'Enter at most $10,000.00'],
    [['1', '2'], 'Fill this in once'],
  ])('%j is refused', (typed, refused) => {
    expect(read(payment, typed)).toEqual({ refused })
  })

  it('is always refused or whole cents within the limits', () => {
    const typed = fc.oneof(
      fc.string(),
      fc.double().map(String),
      fc.integer().map(String),
      fc.stringMatching(/^[\d,.]{1,12}$/),
    )
    fc.assert(
      fc.property(typed, (text) => {
        const parsed = payment.safeParse(text)
        if (!parsed.success) return
        expect(Number.isSafeInteger(parsed.data)).toBe(true)
        expect(parsed.data).toBeGreaterThanOrEqual(100)
        expect(parsed.data).toBeLessThanOrEqual(1_000_000)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('wholeNumber', () => {
  const months = wholeNumber({ required: 'Enter the months', min: 0, max: 1_200 })

  it.each([
    ['0', 0],
    [' 12 ', 12],
    ['1,200', 1_200],
    ['1.2k', 1_200],
  ])('%j is accepted', (typed, number) => {
    expect(read(months, typed)).toBe(number)
  })

  it.each(['-1', '1e1', '0x1', '1201', '1.3k', '1.2345k', '9'.repeat(400), 'NaN', 'two'])(
    '%j is refused',
    (typed) => {
      expect(read(months, typed)).toEqual({ refused: 'Enter a whole number from 0 to 1,200' })
    },
  )

  it.each([
    ['12,5', 'Use commas only between thousands, like 12,500'],
    ['1.234', 'Leave out the dot, which could mean thousands or a fraction. Write 1,234 or 1.2k'],
  ])('%j is refused, because it could mean two things', (typed, refused) => {
    expect(read(months, typed)).toEqual({ refused })
  })

  it('has its own message if it is missing', () => {
    expect(read(months, ' ')).toEqual({ refused: 'Enter the months' })
    expect(read(months, ['1', '2'])).toEqual({ refused: 'Fill this in once' })
  })
})

describe('a day', () => {
  it('has to be a real date', () => {
    expect(read(day('Say when'), ' 2028-02-29 ')).toBe('2028-02-29')
    expect(read(day('Say when'), '')).toEqual({ refused: 'Say when' })
    for (const typed of ['2026-02-29', '31.12.2026', '2026-12-32', 'tomorrow']) {
      expect(read(day('Say when'), typed)).toEqual({ refused: 'Enter a real date, like 2026-11-30' })
    }
  })
})

describe('choices', () => {
  const keys = ['reel', 'story'] as const

  it('have to be in the list', () => {
    expect(read(choice(keys, 'Choose one'), 'reel')).toBe('reel')
    for (const typed of ['', undefined, 'REEL', 'constructor', '__proto__', ['reel', 'reel']]) {
      expect(read(choice(keys, 'Choose one'), typed)).toEqual({ refused: 'Choose one' })
    }
  })

  it('may be none, one or several', () => {
    expect(read(choices(keys, 'From the list'), undefined)).toEqual([])
    expect(read(choices(keys, 'From the list'), 'reel')).toEqual(['reel'])
    expect(read(choices(keys, 'From the list'), ['reel', 'story'])).toEqual(['reel', 'story'])
    expect(read(choices(keys, 'From the list'), ['reel', 'toString'])).toEqual({ refused: 'From the list' })
    expect(read(choices(keys, 'From the list'), ['reel', 'reel', 'reel'])).toEqual({
      refused: 'From the list',
    })
  })
})

describe('list', () => {
  it('is always a list with a maximum length', () => {
    expect(read(list(), undefined)).toEqual([])
    expect(read(list(), 'a')).toEqual(['a'])
    expect(read(list(2), ['a', 'b'])).toEqual(['a', 'b'])
    expect(read(list(2), ['a', 'b', 'c'])).toEqual({ refused: 'Choose at most 2' })
  })
})

describe('webAddress', () => {
  it('is completed, and kept in one form', () => {
    expect(read(webAddress(), 'https://example.com/a?b=c')).toBe('https://example.com/a?b=c')
    expect(read(webAddress(), ' Example.com/\u200b')).toBe('https://example.com')
  })

  it.each([
    ['', 'Enter the address'],
    [' \u200b', 'Enter the address'],
    ['https://', 'Enter a full web address, like https://example.com'],
    ['javascript:alert(1)', 'Enter an address that begins with https:// or http://'],
    ['https://https://example.com', 'This is two addresses in one. Enter one, like https://example.com'],
    ['https://mara:secret@example.com', 'Leave out the name and password before the @'],
    [`example.com/${'x'.repeat(300)}`, 'Use at most 300 characters'],
  ])('%j is refused', (typed, refused) => {
    expect(read(webAddress('Enter the address'), typed)).toEqual({ refused })
  })
})

describe('optional', () => {
  it('is undefined if blank, and validated otherwise', () => {
    const amount = z.object({ price: optional(money()) })
    expect(read(amount, { price: ' ' })).toEqual({})
    expect(read(amount, {})).toEqual({})
    expect(read(amount, { price: '1' })).toEqual({ price: 100 })
    expect(read(amount, { price: 'x' })).toEqual({ refused: 'Enter an amount like 1250.00' })
  })
})
