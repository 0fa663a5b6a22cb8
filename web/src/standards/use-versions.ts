import { useNavigate } from '@tanstack/react-router'

type Asked = { readonly number?: string; readonly against?: string; readonly mode?: string }

/** Leads to the page of the standard at a version, at a comparison, or at the table. */
export const useVersions = (): ((search: Asked) => void) => {
  const navigate = useNavigate({ from: '/standards/$standardId' })
  return search => void navigate({ search })
}
