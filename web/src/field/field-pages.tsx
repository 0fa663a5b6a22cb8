import type { Phone } from '@luoshi/sync/phone'
import { useEffect, useState } from 'react'
import type { Synchroniser } from '../offline/synchroniser.ts'
import { CasePage } from './case-page.tsx'
import { DutyPage } from './duty-page.tsx'
import styles from './field.module.css'
import { HomePage } from './home-page.tsx'
import { ReportPage } from './report-page.tsx'
import { PatrolPage, RoundPage } from './round-page.tsx'
import { RoundsPage } from './rounds-page.tsx'
import { TodayPage } from './today-page.tsx'
import { UnsentPage } from './unsent-page.tsx'
import { useRoute } from './use-route.ts'
import { VisitPage } from './visit-page.tsx'

type FieldPagesProps = { readonly sync: Synchroniser; readonly phone: Phone<Blob>; readonly onLeave: () => void }

const saidMs = 2500

/** The page of the address, and what was just said below it. */
export const FieldPages = (props: FieldPagesProps) => {
  const route = useRoute()
  const [said, setSaid] = useState('')
  useEffect(() => {
    if (said === '') return
    const timer = setTimeout(() => setSaid(''), saidMs)
    return () => clearTimeout(timer)
  }, [said])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page begins at its top
  useEffect(() => {
    scrollTo(0, 0)
  }, [route.page])
  return (
    <>
      <PageOf {...props} route={route} onSaid={setSaid} />
      {said === '' ? null : (
        <div className={styles.toast} role="status">
          {said}
        </div>
      )}
    </>
  )
}

type PageOfProps = FieldPagesProps & {
  readonly route: ReturnType<typeof useRoute>
  readonly onSaid: (words: string) => void
}

const PageOf = ({ route, sync, phone, onLeave, onSaid }: PageOfProps) => {
  switch (route.page) {
    case 'home':
      return <HomePage onLeave={onLeave} />
    case 'report':
      return <ReportPage onSaid={onSaid} />
    case 'today':
      return <TodayPage />
    case 'duty':
      return <DutyPage id={route.id} onSaid={onSaid} />
    case 'case':
      return <CasePage id={route.id} onSaid={onSaid} />
    case 'rounds':
      return <RoundsPage />
    case 'round':
      return <RoundPage id={route.id} />
    case 'patrol':
      return <PatrolPage />
    case 'visit':
      return <VisitPage id={route.id} at={route.at} />
    case 'unsent':
      return <UnsentPage sync={sync} phone={phone} />
  }
}
