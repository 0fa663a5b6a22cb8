import { defineWords } from '../ui/i18n.ts'

export const extensionWords = defineWords(
  'extensions',
  {
    asked: '{{who}}申请延到 {{until}}',
    reason: '理由：{{reason}}',
    note: '说一句（可不填）',
    grant: '同意延期',
    refuse: '不同意',
    state_asked: '等批复',
    state_granted: '同意',
    state_refused: '未同意',
  },
  {
    asked: '{{who}} asks for time until {{until}}',
    reason: 'Because: {{reason}}',
    note: 'A word about it (optional)',
    grant: 'Grant',
    refuse: 'Refuse',
    state_asked: 'undecided',
    state_granted: 'granted',
    state_refused: 'refused',
  },
)
