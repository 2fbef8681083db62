interface CodeBlockProps {
  /** What it is, for those who cannot see it. */
  label: string
  code: string
}

/** Something to copy: a command, a file, a key. Wraps, so that all of it is in view on a phone. */
export function CodeBlock({ label, code }: CodeBlockProps) {
  return (
    <figure className="code-figure" aria-label={label}>
      <pre className="code-block">
        <code>{code}</code>
      </pre>
    </figure>
  )
}
