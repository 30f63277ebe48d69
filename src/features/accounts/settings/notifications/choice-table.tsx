import { type FormState, fieldValues } from '../../../../platform/forms/form.ts'
import { type Channel, channels } from '../../../notifications/channels.ts'
import {
  isChoice,
  isDefault,
  kindsFor,
  type NotificationKind,
  notificationKinds,
  subjects,
} from '../../../notifications/notification-kinds.ts'
import type { Role } from '../../schema.ts'
import { tick } from './forms.ts'

type Props = { role: Role; form: FormState; on: readonly Channel[] }

/** A row for each kind that the role can get, and a column with checkboxes for each channel that is on. */
export const ChoiceTable = ({ role, form, on }: Props) =>
  on.length === 0 ? null : (
    <table class="choice-table">
      <caption>What to send, and how</caption>
      <thead>
        <tr>
          <td />
          {on.map((channel) => (
            <th scope="col">{channels[channel].label}</th>
          ))}
        </tr>
      </thead>
      {[...Map.groupBy(kindsFor(role), (kind) => notificationKinds[kind].about)].map(([about, kinds]) => (
        <tbody>
          <tr>
            <th scope="rowgroup" colspan={on.length + 1}>
              {subjects[about]}
            </th>
          </tr>
          {kinds.map((kind) => (
            <tr>
              <th scope="row">{notificationKinds[kind].label}</th>
              {on.map((channel) => (
                <td>
                  <Tick kind={kind} channel={channel} ticked={fieldValues(form, 'on')} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )

type TickProps = { kind: NotificationKind; channel: Channel; ticked: readonly string[] }

const Tick = ({ kind, channel, ticked }: TickProps) => {
  if (!isChoice(kind, channel))
    return <span class="secondary">{isDefault(kind, channel) ? 'Always' : '–'}</span>
  const value = tick(kind, channel)
  return (
    <label class="choice-tick">
      <span class="visually-hidden">
        {notificationKinds[kind].label}: {channels[channel].label}
      </span>
      <input
        class="form-check-input"
        type="checkbox"
        name="on"
        value={value}
        checked={ticked.includes(value)}
      />
    </label>
  )
}
