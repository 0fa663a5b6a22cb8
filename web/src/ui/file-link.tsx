import { DownloadOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'

type FileLinkProps = {
  /** Address of an operation that answers a file, under `/api/v1`. */
  readonly path: `/${string}`
  readonly children: ReactNode
}

/** Fetches a document that the server writes; its name comes with it. */
export const FileLink = ({ path, children }: FileLinkProps) => (
  <a href={`/api/v1${path}`} download>
    <DownloadOutlined aria-hidden /> {children}
  </a>
)
