import { Outlet } from '@remix-run/react'
import '~/i18n/account-texts.ts'

export default function Layout() {
  return <Outlet />
}
