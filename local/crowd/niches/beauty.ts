import type { categories } from '../../../src/shared/taxonomy.ts'
import type { CategoryWords } from './niche-words.ts'

export const beauty: CategoryWords<keyof typeof categories.beauty.niches> = {
  companies: ['Skin', 'Botanics', 'Beauty', 'Apothecary', 'Atelier'],
  goods: ['skincare with short lists of ingredients', 'colour and care made in small batches'],
  niches: {
    skincare: {
      products: [
        ['Night Serum', 'a serum with 0.2 % retinal for skin that is easily offended'],
        ['Mineral Sunscreen', 'an SPF 50 without white cast, tested on six skin tones'],
        ['Barrier Cream', 'a thick cream with ceramides and nothing that smells'],
      ],
      bios: [
        'Sensitive skin, curious mind.',
        'I read the ingredients so that you do not have to.',
        'Eight weeks with one product before I say anything.',
        'Former pharmacist, current sunscreen nag.',
      ],
      series: ['eight-week tests', 'label-reading series', 'empties of the month'],
      scenes: [
        'over eight weeks, in daylight and without filter',
        'in a routine of no more than three steps',
      ],
    },
    makeup: {
      products: [
        ['Cream Blush', 'a blush in nine shades that blends with a finger'],
        ['Tubing Mascara', 'a mascara that comes off with warm water and stays until then'],
        ['Skin Tint', 'a light tint in twenty-four shades, sorted by undertone'],
      ],
      bios: [
        'Five-minute faces for people with hooded eyes.',
        'Stage make-up artist, off duty.',
        'I do whole looks with drugstore things.',
        'Colour theory for your actual face.',
      ],
      series: ['five-minute faces', 'backstage kit', 'shade-match series'],
      scenes: [
        'in a full day of wear, morning and evening light',
        'on yourself and on a friend with another skin tone',
      ],
    },
    hair: {
      products: [
        ['Curl Cream', 'a cream that holds for three days without crunch'],
        ['Scalp Serum', 'a serum with rosemary for the skin, not the ends'],
        ['Bond Repair Mask', 'a mask for bleached hair that works in ten minutes'],
      ],
      bios: [
        'Curls in four climates.',
        'Hairdresser for fifteen years, patient for twenty.',
        'Growing out the grey, month by month.',
        'Braids, routines and a lot of conditioner.',
      ],
      series: ['wash-day diary', 'growing-it-out series', 'salon secrets'],
      scenes: ['on wash day and again on day three', 'through four honest wash days'],
    },
    fragrance: {
      products: [
        ['Discovery Sets', 'eight vials of two millilitres and a notebook to go with them'],
        ['Solid Perfumes', 'a perfume in a refillable tin for hand luggage'],
        ['Room Mists', 'three mists that smell of rain, cedar and warm paper'],
      ],
      bios: [
        'I describe smells for a living, more or less.',
        'Perfume for people who get headaches.',
        'Small houses, odd notes, long reviews.',
        'What the train smelt of today.',
      ],
      series: ['one-note week', 'blind-sniff evenings', 'commute scents'],
      scenes: ['over a whole week, one vial a day', 'in words first, bottles later'],
    },
    nails: {
      products: [
        ['Gel Strips', 'strips that are cured at home in one minute'],
        ['Cuticle Oil Pens', 'an oil in a pen that does not leak in a bag'],
        ['Breathable Polish', 'a polish in thirty colours, made without ten things'],
      ],
      bios: [
        'Short nails, loud colours.',
        'Nail artist with shaky hands and steady customers.',
        'Press-ons for people who type all day.',
        'Patterns copied from old tiles.',
      ],
      series: ['tile-pattern nails', 'ten-minute sets', 'commission diary'],
      scenes: ['from bare nail to day ten', 'in a set that people can copy at home'],
    },
  },
}
