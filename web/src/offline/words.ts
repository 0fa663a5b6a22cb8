import { defineWords } from '../ui/i18n.ts'

export const offlineWords = defineWords(
  'offline',
  {
    'new-version': '有新版本，写好的都在',
    'new-version.open': '换成新版',
    away: '没有连接',
    'away.draft': '没有连接，照写不误；连上以后再交',
  },
  {
    'new-version': 'A new version is ready; nothing you wrote is lost',
    'new-version.open': 'Open it',
    away: 'Offline',
    'away.draft': 'No connection: go on writing, hand it in when you are back',
  },
)
