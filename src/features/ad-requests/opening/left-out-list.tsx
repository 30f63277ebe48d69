import { routes } from '../../../routes.ts'
import type { LeftOut } from './open-requests.ts'

type Props = {
  leftOut: readonly LeftOut[]
  /** Whether nobody else was chosen. */
  isAlone: boolean
}

/** Who cannot be invited, and why, before anybody fills in the form. */
export const LeftOutList = ({ leftOut, isAlone }: Props) =>
  leftOut.length === 0 ? null : (
    <div class="form-errors">
      {isAlone ? null : (
        <p>
          {leftOut.length === 1
            ? "One of them can't be invited:"
            : `${leftOut.length} of them can't be invited:`}
        </p>
      )}
      <ul>
        {leftOut.map((one) => (
          <li>
            <Reason {...one} />
          </li>
        ))}
      </ul>
    </div>
  )

const Reason = ({ candidate: { name, openRequest }, reason }: LeftOut) => (
  <>
    <bdi>{name ?? 'A hidden profile'}</bdi>:{' '}
    {openRequest ? <a href={routes.adRequests.show.href({ adRequestId: openRequest })}>{reason}</a> : reason}
  </>
)
