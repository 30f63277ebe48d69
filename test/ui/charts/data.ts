import fc from 'fast-check'
import type { Drawing, Shape } from '../../../src/shared/drawing.ts'
import type { ChartData } from '../../../src/ui/charts/chart-data.ts'
import { countFormat, moneyFormat } from '../../../src/ui/charts/value-format.ts'

/** Figures of all sizes, with gaps and zeros, with names that are long or in other scripts. */
export function anyData({ maxSeries = 6 } = {}): fc.Arbitrary<ChartData> {
  const name = fc.string({ unit: fc.constantFrom('a', 'W', ' ', '漢', '😀', 'ع', 'é'), maxLength: 40 })
  const value = fc.oneof(
    { arbitrary: fc.integer({ min: 0, max: 50 }), weight: 4 },
    { arbitrary: fc.integer({ min: 0, max: 1e13 }), weight: 2 },
    { arbitrary: fc.constant(null), weight: 1 },
  )
  return fc
    .tuple(fc.array(name, { minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: maxSeries }))
    .chain(([categories, count]) =>
      fc.record({
        title: fc.constant('Requests'),
        categoryName: fc.constant('Month'),
        categories: fc.constant(categories),
        series: fc.array(
          fc.record({
            name,
            values: fc.array(value, { minLength: categories.length, maxLength: categories.length }),
          }),
          { minLength: count, maxLength: count },
        ),
        format: fc.constantFrom(countFormat(), moneyFormat('USD')),
      }),
    )
}

export function chartData(
  categories: string[],
  series: Record<string, (number | null)[]>,
  format = countFormat(),
): ChartData {
  return {
    title: 'Requests',
    categoryName: 'Month',
    categories,
    series: Object.entries(series).map(([name, values]) => ({ name, values })),
    format,
  }
}

type Kind<Name extends Shape['kind']> = Extract<Shape, { kind: Name }>

/** The marks of a drawing: shapes that say what they show. The legend's do not. */
export function marksOf({ shapes }: Drawing): (Kind<'rect'> | Kind<'path'>)[] {
  return shapes.filter((shape) => shape.kind === 'rect' || shape.kind === 'path').filter(({ title }) => title)
}

export function rectsOf(drawing: Drawing): Kind<'rect'>[] {
  return marksOf(drawing).filter((mark) => mark.kind === 'rect')
}

export function textsOf({ shapes }: Drawing): Kind<'text'>[] {
  return shapes.filter((shape) => shape.kind === 'text')
}
