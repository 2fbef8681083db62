/** The part of the reader that tests use; the package brings no types. */
declare module 'jsonstat-toolkit' {
  interface Cell {
    value: number | null
    status: string | null
  }
  interface Category {
    label: string
    unit: { label: string; decimals: number } | null
  }
  interface Dataset {
    id: string[]
    size: number[]
    note: string[] | null
    role: Record<string, string[]>
    Dimension(id: string): { id: string[]; label: string; Category(code: string): Category }
    Data(where: Record<string, string>): Cell
  }
  export default function JSONstat(response: unknown): { Dataset(index: number): Dataset }
}
