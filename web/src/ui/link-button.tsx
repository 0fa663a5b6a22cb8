import { createLink } from '@tanstack/react-router'
import { Button, type ButtonProps } from 'antd'
import type { Ref } from 'react'

type AnchorButtonProps = ButtonProps & { readonly ref?: Ref<HTMLAnchorElement | HTMLButtonElement> }

const AnchorButton = (props: AnchorButtonProps) => <Button {...props} />

/** A link that looks like a button: it can be opened in a new tab, and is one thing to the keyboard. */
export const LinkButton = createLink(AnchorButton)
