/** An e-mail or web address. A line that is too short for it breaks between its parts, not inside a word. */
export const Address = ({ of }: { of: string }) => (
  <bdi>
    {of.split(/(?<=[^/:])(?=[@/?])/).map((part, index) => (
      <>
        {index > 0 ? <wbr /> : null}
        {part}
      </>
    ))}
  </bdi>
)
