import { counted, formatRating } from '../../shared/format.ts'

type Props = {
  /** The mean, 1 to 5. Null if there are no ratings. */
  rating: number | null
  count: number
}

/** Stars and text: "4.8 of 5 from 21 ratings". */
export const Rating = ({ rating, count }: Props) =>
  rating === null ? (
    <span class="secondary">No ratings yet</span>
  ) : (
    <span class="rating">
      <Stars rating={rating} />
      <span>
        <strong>{formatRating(rating)}</strong> of 5 from {counted(count, 'rating')}
      </span>
    </span>
  )

const WIDTH = 24

const Stars = ({ rating }: { rating: number }) => (
  <svg class="stars" viewBox={`0 0 ${5 * WIDTH} ${WIDTH}`} aria-hidden="true">
    {[0, 1, 2, 3, 4].map((index) => (
      <g transform={`translate(${index * WIDTH})`}>
        <path class="star" d={whole} />
        {rating >= index + 0.25 ? <path class="star-lit" d={rating >= index + 0.75 ? whole : half} /> : null}
      </g>
    ))}
  </svg>
)

const whole = 'M12 2.5l2.9 6.2 6.6.8-4.9 4.6 1.3 6.6-5.9-3.3-5.9 3.3 1.3-6.6-4.9-4.6 6.6-.8z'
const half = 'M12 2.5v14.9l-5.9 3.3 1.3-6.6-4.9-4.6 6.6-.8z'
