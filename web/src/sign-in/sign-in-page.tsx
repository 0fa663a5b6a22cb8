import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { orpc } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { useTitle } from '../ui/use-title.ts'
import { backPath } from './back-path.ts'
import { CodeForm } from './code-form.tsx'
import { Door } from './door.tsx'
import { PasswordStep } from './password-step.tsx'
import { SamplePeople } from './sample-people.tsx'
import { signInWords } from './words.ts'

/** The front door: account and password, the code where one is wanted, and in a sample house the people in it. */
export const SignInPage = () => {
  const t = useWords(signInWords)
  const router = useRouter()
  const queryClient = useQueryClient()
  const { back, refused } = useSearch({ from: '/sign-in' })
  const { data } = useQuery(orpc.setup.state.queryOptions({ staleTime: 60_000 }))
  const [codeWanted, setCodeWanted] = useState(false)
  const [filled, setFilled] = useState({ account: '', password: '' })
  useTitle(t('title'))
  const enter = async (): Promise<void> => {
    queryClient.clear()
    router.history.push(backPath(back))
  }
  const sample = data?.sample ?? []
  return (
    <Door beside={sample.length === 0 || codeWanted ? null : <SamplePeople people={sample} onChoose={setFilled} />}>
      {codeWanted ? (
        <CodeForm onDone={enter} onBack={() => setCodeWanted(false)} />
      ) : (
        <PasswordStep
          key={filled.account}
          single={data?.singleSignOn ?? null}
          to={backPath(back)}
          refused={refused === 'single-sign-on'}
          filled={filled}
          onDone={({ codeWanted: wanted }) => (wanted ? setCodeWanted(true) : void enter())}
        />
      )}
    </Door>
  )
}
