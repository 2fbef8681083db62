import { Link } from '@remix-run/react'
import { useI18n } from '~/i18n/i18n.tsx'

export interface DrawnUnit {
  unitId: string
  parentUnitId: string | null
  name: string
}

interface UnitTreeProps {
  /** In tree order. */
  units: DrawnUnit[]
  label: string
  /** Where a unit's name leads; nowhere when left out. */
  to?: (unitId: string) => string
}

/** As many units as are shown at once; a larger tree opens level by level. */
const shownAtOnce = 80

/** A tree of units as it hangs: each unit's own part can be folded away. */
export function UnitTree({ units, label, to }: UnitTreeProps) {
  const known = new Set(units.map(({ unitId }) => unitId))
  const below = new Map<string | null, DrawnUnit[]>()
  for (const unit of units) {
    const parent = unit.parentUnitId && known.has(unit.parentUnitId) ? unit.parentUnitId : null
    below.set(parent, [...(below.get(parent) ?? []), unit])
  }
  const levels = units.length > shownAtOnce ? 1 : Infinity
  return (
    <ul className="tree" aria-label={label}>
      {(below.get(null) ?? []).map((unit) => (
        <Branch key={unit.unitId} unit={unit} below={below} to={to} openLevels={levels} />
      ))}
    </ul>
  )
}

interface BranchProps {
  unit: DrawnUnit
  below: Map<string | null, DrawnUnit[]>
  to: UnitTreeProps['to']
  openLevels: number
}

function Branch({ unit, below, to, openLevels }: BranchProps) {
  const { t } = useI18n()
  const children = below.get(unit.unitId) ?? []
  return (
    <li>
      {to ? <Link to={to(unit.unitId)}>{unit.name}</Link> : <span>{unit.name}</span>}
      {children.length > 0 && (
        <details open={openLevels > 0}>
          <summary>{t('units.below', { count: children.length })}</summary>
          <ul>
            {children.map((child) => (
              <Branch
                key={child.unitId}
                unit={child}
                below={below}
                to={to}
                openLevels={openLevels - 1}
              />
            ))}
          </ul>
        </details>
      )}
    </li>
  )
}
