import { Outlet } from '@remix-run/react'
import '~/i18n/work-texts.ts'

export default function Layout() {
  return <Outlet />
}
