import {
  AuditOutlined,
  BarChartOutlined,
  CalendarOutlined,
  CompassOutlined,
  EnvironmentOutlined,
  FileTextOutlined,
  FlagOutlined,
  MoreOutlined,
  ProfileOutlined,
  TeamOutlined,
  ToolOutlined,
  UserOutlined,
} from '@ant-design/icons'
import { Link, useLocation } from '@tanstack/react-router'
import { Drawer } from 'antd'
import { type ReactNode, useState } from 'react'
import { useWords } from '../ui/i18n.ts'
import { useMay } from '../ui/session.ts'
import styles from './foot-bar.module.css'
import { type DeskPage, pagesFor } from './pages.ts'
import shellStyles from './shell.module.css'
import { deskWords } from './words.ts'

const icons: Readonly<Record<DeskPage['to'], ReactNode>> = {
  '/': <CalendarOutlined />,
  '/plans': <FileTextOutlined />,
  '/programmes': <FlagOutlined />,
  '/rounds': <CompassOutlined />,
  '/cases': <ToolOutlined />,
  '/points': <EnvironmentOutlined />,
  '/standards': <ProfileOutlined />,
  '/results': <BarChartOutlined />,
  '/units': <TeamOutlined />,
  '/people': <UserOutlined />,
  '/audit': <AuditOutlined />,
}

/** The pages within reach of the thumb, on a phone; what does not fit is under "more". */
export const FootBar = () => {
  const t = useWords(deskWords)
  const [open, setOpen] = useState(false)
  const all = pagesFor(useMay())
  const rest = all.slice(4)
  const { pathname } = useLocation()
  const isUnderMore = [...rest.map(({ to }) => to), '/settings'].some(to => pathname.startsWith(to))
  return (
    <nav className={shellStyles.foot} aria-label={t('nav.label')}>
      {all.slice(0, 4).map(({ to, word }) => (
        <Link key={to} to={to} activeOptions={{ exact: to === '/', includeSearch: false }}>
          {icons[to]}
          {t(word)}
        </Link>
      ))}
      <button
        type="button"
        onClick={() => setOpen(true)}
        aria-haspopup="dialog"
        aria-current={isUnderMore ? 'true' : undefined}
      >
        <MoreOutlined />
        {t('nav.more')}
      </button>
      <Drawer open={open} onClose={() => setOpen(false)} placement="bottom" size="auto" title={t('nav.more')}>
        <ul className={styles.more}>
          {rest.map(({ to, word }) => (
            <li key={to}>
              <Link to={to} onClick={() => setOpen(false)}>
                {icons[to]} {t(word)}
              </Link>
            </li>
          ))}
          <li>
            <Link to="/settings" onClick={() => setOpen(false)}>
              {t('nav.settings')}
            </Link>
          </li>
        </ul>
      </Drawer>
    </nav>
  )
}
