/** Samsyn's mark: two overlapping circles, the overlap filled. Always beside the name, so hidden from screen readers. */
export function Mark({ className = 'mark' }: { className?: string }) {
  return (
    <svg className={className} viewBox="0 0 32 24" aria-hidden="true" focusable="false">
      <circle cx="11" cy="12" r="9" />
      <circle cx="21" cy="12" r="9" />
      <path d="M16 4.52a9 9 0 0 1 0 14.96a9 9 0 0 1 0-14.96z" />
    </svg>
  )
}
