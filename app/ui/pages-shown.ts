/** The page numbers worth a link: the first, the last and those around where the reader stands. */
export function pagesShown(page: number, pages: number): { page: number; afterGap: boolean }[] {
  const wanted = [1, page - 1, page, page + 1, pages].filter((each) => each >= 1 && each <= pages)
  const ordered = [...new Set(wanted)].sort((a, b) => a - b)
  return ordered.map((each, index) => ({
    page: each,
    afterGap: index > 0 && each - (ordered[index - 1] ?? each) > 1,
  }))
}
