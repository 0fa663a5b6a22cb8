import type { CaseDetail } from '@luoshi/contract/cases'
import { nextLevel } from '@luoshi/rules/case-escalation'
import { localDate } from '@luoshi/rules/local-time'
import { Button, DatePicker, Input } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { EvidencePicker } from '../evidence/evidence-picker.tsx'
import { api } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { useMe } from '../ui/session.ts'
import styles from './case.module.css'
import { casePageWords } from './case-page-words.ts'
import { MergeChoice } from './merge-choice.tsx'
import type { CaseDoing } from './next-act.ts'
import { ReadyWords } from './ready-words.tsx'
import { UnitChoice } from './unit-choice.tsx'
import type { CaseAct } from './use-case-act.ts'
import { caseWords } from './words.ts'

type Doing = Exclude<CaseDoing, 'accept' | 'start' | 'issue'>

type Props = {
  readonly one: CaseDetail
  readonly doing: Doing
  readonly busy: boolean
  readonly act: CaseAct
  readonly onClose: () => void
}

type Given = {
  readonly words: string
  readonly evidenceIds: readonly string[]
  readonly isBusy: boolean
  readonly unitId: string | null
  readonly into: string | null
  readonly day: Dayjs | null
}

type Word = keyof (typeof casePageWords)['zh']

type Shape = {
  readonly title: Word
  readonly action: Word
  readonly hint: Word
  readonly needsWords?: true
  readonly files?: true
}

const shapes: Readonly<Record<Doing, Shape>> = {
  assign: { title: 'assignTitle', action: 'assign', hint: 'note' },
  refuse: { title: 'refuseTitle', action: 'refuse', hint: 'refuseReason', needsWords: true },
  submit: { title: 'submitTitle', action: 'submit', hint: 'submitNote', files: true },
  pass: { title: 'recheckPassTitle', action: 'recheckPass', hint: 'recheckPassNote', files: true },
  fail: { title: 'recheckFailTitle', action: 'recheckFail', hint: 'recheckFailNote', needsWords: true, files: true },
  close: { title: 'closeTitle', action: 'close', hint: 'closeNote' },
  dismiss: { title: 'dismissTitle', action: 'dismiss', hint: 'dismissReason', needsWords: true },
  merge: { title: 'mergeTitle', action: 'merge', hint: 'note' },
  list: { title: 'listTitle', action: 'list', hint: 'listNote' },
  escalate: { title: 'escalateTitle', action: 'escalate', hint: 'escalateReason', needsWords: true },
  extend: { title: 'extendTitle', action: 'extend', hint: 'extendReason', needsWords: true },
  comment: { title: 'comment', action: 'comment', hint: 'commentNote', needsWords: true },
}

/** Which of the ready words go with a step. */
const stepOf: Readonly<Partial<Record<Doing, 'assign' | 'refuse' | 'submit' | 'recheck' | 'close' | 'dismiss'>>> = {
  assign: 'assign',
  refuse: 'refuse',
  submit: 'submit',
  fail: 'recheck',
  close: 'close',
  dismiss: 'dismiss',
}

/** What a step asks for: words, pictures, a unit, a day; and no more than that. */
export const CaseForm = ({ one, doing, busy, act, onClose }: Props) => {
  const t = useWords(casePageWords)
  const said = useWords(caseWords)
  const { today } = useMe().tenant
  const [given, setGiven] = useState<Given>({
    ...{ words: '', evidenceIds: [], isBusy: false, into: null, day: null },
    unitId: doing === 'assign' ? one.pointUnit : null,
  })
  const put = (next: Partial<Given>) => setGiven(before => ({ ...before, ...next }))
  const { title, action, hint, needsWords, files } = shapes[doing]
  const missing = missingIn(doing, given, Boolean(needsWords))
  const level = said(`level_${nextLevel(one.level)}`)
  const send = async () => {
    const done = doing === 'pass' || doing === 'fail' ? 'done_recheck' : (`done_${doing}` as const)
    if (await act(t(done), () => write(one, doing, given))) onClose()
  }
  const step = stepOf[doing]
  return (
    <form
      className={styles.form}
      onSubmit={event => {
        event.preventDefault()
        if (missing === null) void send()
      }}
    >
      <h2>{doing === 'escalate' ? t('escalateTitle', { level }) : t(title as 'submitTitle')}</h2>
      {doing === 'assign' && (
        <div className={styles.fields}>
          <label htmlFor="case-unit">{t('unit')}</label>
          <UnitChoice id="case-unit" value={given.unitId} onChange={unitId => put({ unitId })} />
          <label htmlFor="case-due">{t('dueOn')}</label>
          <DatePicker id="case-due" value={given.day} minDate={dayjs(today)} onChange={day => put({ day })} />
        </div>
      )}
      {doing === 'extend' && (
        <DatePicker
          value={given.day}
          placeholder={t('extendUntil')}
          aria-label={t('extendUntil')}
          minDate={dayjs(one.dueAt ? localDate(one.dueAt) : today).add(1, 'day')}
          onChange={day => put({ day })}
        />
      )}
      {doing === 'merge' ? (
        <MergeChoice id={one.id} value={given.into} onChange={into => put({ into })} />
      ) : (
        <Input.TextArea
          autoFocus={doing !== 'assign' && doing !== 'extend'}
          value={given.words}
          maxLength={needsWords ? 1000 : 2000}
          autoSize={{ minRows: 2, maxRows: 8 }}
          placeholder={t(hint as 'note')}
          aria-label={t(hint as 'note')}
          onChange={event => put({ words: event.target.value })}
        />
      )}
      {step && (
        <ReadyWords
          step={step}
          unitId={one.office.id}
          ownUnitId={one.unit.id}
          words={given.words}
          onUse={words => put({ words })}
        />
      )}
      {files && <EvidencePicker unitId={one.unit.id} onChange={put} />}
      <div className={styles.acts}>
        <Button
          type="primary"
          size="large"
          htmlType="submit"
          loading={busy}
          disabled={missing !== null}
          title={missing === null ? '' : t(missing as 'busy')}
        >
          {t(action as 'submit')}
        </Button>
        <Button size="large" onClick={onClose}>
          {t('cancel')}
        </Button>
        {missing !== null && <span className={styles.soft}>{t(missing as 'busy')}</span>}
      </div>
    </form>
  )
}

const missingIn = (doing: Doing, given: Given, needsWords: boolean): Word | null => {
  if (given.isBusy) return 'busy'
  if (doing === 'assign' && given.unitId === null) return 'needUnit'
  if (doing === 'merge' && given.into === null) return 'mergeTitle'
  if (doing === 'extend' && given.day === null) return 'needDay'
  if (doing === 'submit' && given.evidenceIds.length === 0 && given.words.trim().length < 2) return 'needReason'
  return needsWords && given.words.trim().length < 2 ? 'needReason' : null
}

const write = ({ id, version }: CaseDetail, doing: Doing, given: Given): Promise<CaseDetail> => {
  const words = given.words.trim()
  const note = words === '' ? {} : { note: words }
  const seen = { id, version }
  const evidenceIds = [...given.evidenceIds]
  const day = given.day?.format('YYYY-MM-DD') ?? null
  switch (doing) {
    case 'assign':
      return api.cases.assign({ ...seen, unitId: given.unitId ?? '', dueOn: day, ...note })
    case 'refuse':
      return api.cases.refuse({ ...seen, reason: words })
    case 'submit':
      return api.cases.submit({ ...seen, evidenceIds, ...note })
    case 'pass':
    case 'fail':
      return api.cases.recheck({ ...seen, passed: doing === 'pass', reason: words, evidenceIds })
    case 'close':
      return api.cases.close({ ...seen, ...note })
    case 'dismiss':
      return api.cases.dismiss({ ...seen, reason: words })
    case 'merge':
      return api.cases.merge({ ...seen, into: given.into ?? '' })
    case 'list':
      return api.cases.listing({ ...seen, ...note })
    case 'escalate':
      return api.cases.escalate({ ...seen, reason: words })
    case 'extend':
      return api.cases.askExtension({ ...seen, until: day ?? '', reason: words })
    case 'comment':
      return api.cases.comment({ id, note: words })
  }
}
