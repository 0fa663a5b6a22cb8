import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { orpc } from '../ui/api.ts'
import { paint } from '../ui/look.ts'
import { LookProvider } from '../ui/look-provider.tsx'
import { createQueryClient } from '../ui/query-client.ts'
import '../ui/theme.css'
import { createDeskRouter } from './router.tsx'

paint()

const queryClient = createQueryClient(() => {
  // A page that was open when the session ended asks the shell again, which leads to the sign-in page and back.
  queryClient.removeQueries({ queryKey: orpc.session.key() })
  void router.invalidate()
})
const router = createDeskRouter(queryClient)

const place = document.getElementById('desk')
if (place === null) throw new Error('The page has no place for the desk')

createRoot(place).render(
  <StrictMode>
    <LookProvider>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </LookProvider>
  </StrictMode>,
)
