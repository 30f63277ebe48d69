/** A text with its line breaks. */
export const Lines = ({ text }: { text: string }) => (
  <>
    {text.split('\n').map((line, index) => (
      <>
        {index > 0 ? <br /> : null}
        {line}
      </>
    ))}
  </>
)
