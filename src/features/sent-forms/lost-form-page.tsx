import { TypedValues } from '../../ui/forms/typed-values.tsx'
import { PageHeader } from '../../ui/page/page-header.tsx'
import { Narrow } from '../../ui/page/split.tsx'
import type { KeptFields } from './schema.ts'

type Props = { message: string; fields: KeptFields }

/** What somebody typed into a form that is not there any more. */
export const LostFormPage = ({ message, fields }: Props) => (
  <Narrow>
    <PageHeader title="What you typed" subtitle={message} />
    <p>The page with this form cannot be opened any more. Copy what you still need from here.</p>
    <TypedValues values={Object.fromEntries(fields)} />
  </Narrow>
)
