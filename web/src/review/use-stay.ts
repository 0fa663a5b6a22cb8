import { useBlocker } from '@tanstack/react-router'
import { App } from 'antd'
import { useWords } from '../ui/i18n.ts'
import { reviewWords } from './words.ts'

/** While changes wait for the server to be in reach again, nobody leaves without being asked. */
export const useStay = ({ waiting, away }: { readonly waiting: number; readonly away: boolean }): void => {
  const t = useWords(reviewWords)
  const { modal } = App.useApp()
  useBlocker({
    disabled: waiting === 0,
    enableBeforeUnload: waiting > 0,
    shouldBlockFn: ({ current, next }) =>
      away &&
      current.pathname !== next.pathname &&
      new Promise<boolean>(stays =>
        modal.confirm({
          title: t('awayLeave', { count: waiting }),
          okText: t('awayLeaveYes'),
          cancelText: t('awayStay'),
          onOk: () => stays(false),
          onCancel: () => stays(true),
        }),
      ),
  })
}
