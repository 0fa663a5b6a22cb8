import { createLink } from '@tanstack/react-router'
import { Button, type ButtonProps } from 'antd'
import type { Ref } from 'react'

type AnchorButtonProps = Omit<ButtonProps, 'type'> & {
  readonly ref?: Ref<HTMLAnchorElement | HTMLButtonElement>
  /** The one primary action of the screen. Not `type`, which the router keeps from what it draws. */
  readonly primary?: boolean
}

const AnchorButton = ({ primary = false, ...props }: AnchorButtonProps) => (
  <Button {...props} type={primary ? 'primary' : 'default'} />
)

/** A link that looks like a button: it can be opened in a new tab, and is one thing to the keyboard. */
export const LinkButton = createLink(AnchorButton)
