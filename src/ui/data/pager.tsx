import { swapInto } from '../page/region.tsx'

type Props = {
  /** Where the next rows are; null on the last page. */
  nextHref: string | null
  /** Where the list begins, given on every page but the first. */
  firstHref?: string | null | undefined
  /** The id of the region that holds list and pager. */
  region: string
  /**
   * What in the region holds the rows, like `tbody`. The next rows are then put below those that are there, once
   * the end comes near, instead of in their place.
   */
  appendTo?: string | undefined
}

/** Forward by keyset and back to the start; going back one page is the browser's own button. */
export const MorePager = ({ nextHref, firstHref, region, appendTo }: Props) =>
  nextHref || firstHref ? (
    <nav class="pager" aria-label="Pages">
      {firstHref ? (
        <a class="btn btn-quiet" href={firstHref} hx-get={firstHref} {...replace(region)}>
          Back to the first
        </a>
      ) : null}
      {nextHref ? (
        <a
          id={moreId(region)}
          class="btn btn-outline"
          href={nextHref}
          rel="next"
          hx-get={nextHref}
          {...(appendTo ? append(region, appendTo) : replace(region))}
        >
          More
        </a>
      ) : (
        <span id={moreId(region)} />
      )}
    </nav>
  ) : null

const moreId = (region: string) => `${region}-more`

const replace = (region: string) => ({
  ...swapInto(region),
  'hx-swap': 'outerHTML show:top',
  'hx-push-url': 'true',
})

// Of the answer, the rows and what stands for "More" are taken. The address stays that of the first page: who
// reloads begins there. While another answer is on its way into the region, there is nothing to add to.
const append = (region: string, rows: string) => ({
  'hx-trigger': 'click, revealed rootMargin:400px',
  'hx-swap': 'none',
  'hx-select-oob': `#${region} ${rows}:beforeend:#${region} ${rows},#${moreId(region)}`,
  'hx-sync': `#${region}:drop`,
  'hx-status:5xx': 'swap:none',
})
