import { defineWords } from '../ui/i18n.ts'

export const settingsWords = defineWords(
  'settings',
  {
    title: '设置',
    'password.current': '当前密码',
    'password.new': '新密码',
    'password.again': '再输一次新密码',
    'password.rule': '至少 10 位。可以是一句只有您知道的话。',
    'password.differs': '两次输入的新密码不一样',
    'password.short': '至少 10 位',
    'password.needed': '请填写',
    'password.change': '换成新密码',
    'password.changed': '密码已更换，其他设备已退出登录',
  },
  {
    title: 'Settings',
    'password.current': 'Current password',
    'password.new': 'New password',
    'password.again': 'The new password once more',
    'password.rule': 'At least 10 characters. It may be a sentence that only you know.',
    'password.differs': 'The two new passwords differ',
    'password.short': 'At least 10 characters',
    'password.needed': 'Please fill this in',
    'password.change': 'Change password',
    'password.changed': 'Password changed; other devices have been signed out',
  },
)
