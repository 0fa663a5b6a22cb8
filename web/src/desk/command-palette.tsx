import { SearchOutlined } from '@ant-design/icons'
import { type KeyboardEvent, useDeferredValue, useEffect, useRef, useState } from 'react'
import { type Command, commandsFor, useOfferedCommands } from '../ui/commands.ts'
import { useWords } from '../ui/i18n.ts'
import { Keys } from '../ui/keys.tsx'
import styles from './command-palette.module.css'
import { useFoundCommands } from './use-found-commands.ts'
import { deskWords } from './words.ts'

/** Ctrl K: everything within reach by its name. */
export const CommandPalette = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useWords(deskWords)
  const dialog = useRef<HTMLDialogElement>(null)
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(0)
  const offered = commandsFor(useOfferedCommands(), typed)
  const commands = [...offered, ...useFoundCommands(useDeferredValue(typed))]
  const at = Math.min(chosen, Math.max(0, commands.length - 1))
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  const run = (command: Command | undefined): void => {
    if (!command) return
    onClose()
    command.run()
  }
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && commands.length > 0) setChosen((at + step + commands.length) % commands.length)
    if (event.key === 'Enter') run(commands[at])
    if (step !== 0 || event.key === 'Enter') event.preventDefault()
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the box closes it; Escape does so from the keyboard
    <dialog
      ref={dialog}
      className={styles.palette}
      aria-label={t('palette.open')}
      onClose={onClose}
      onClick={event => event.target === event.currentTarget && onClose()}
    >
      <div className={styles.box}>
        <label className={styles.ask}>
          <SearchOutlined aria-hidden="true" />
          <input
            role="combobox"
            aria-expanded="true"
            aria-controls="palette-found"
            aria-activedescendant={commands[at] ? `palette-${at}` : undefined}
            aria-label={t('palette.hint')}
            placeholder={t('palette.hint')}
            value={typed}
            onChange={event => {
              setTyped(event.target.value)
              setChosen(0)
            }}
            onKeyDown={press}
          />
        </label>
        <Found commands={commands} chosen={at} typed={typed} onRun={run} onPoint={setChosen} />
        <footer className={styles.foot}>
          <span>
            <Keys keys="↑ ↓" /> {t('palette.move')}
          </span>
          <span>
            <Keys keys="Enter" /> {t('palette.run')}
          </span>
          <span>
            <Keys keys="Esc" /> {t('palette.close')}
          </span>
        </footer>
      </div>
    </dialog>
  )
}

type FoundProps = {
  readonly commands: readonly Command[]
  readonly chosen: number
  readonly typed: string
  readonly onRun: (command: Command) => void
  readonly onPoint: (at: number) => void
}

const Found = ({ commands, chosen, typed, onRun, onPoint }: FoundProps) => {
  const t = useWords(deskWords)
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector(`#palette-${chosen}`)?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  if (commands.length === 0) {
    return (
      <p className={styles.none}>
        <b>{t('palette.none', { typed })}</b>
        {t('palette.none.hint')}
      </p>
    )
  }
  return (
    <div ref={list} role="listbox" id="palette-found" aria-label={t('palette.open')} className={styles.found}>
      {commands.map((command, index) => (
        <div key={`${command.group} ${command.id}`} role="presentation">
          {command.group === commands[index - 1]?.group ? null : <h3>{command.group}</h3>}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the combobox's, which keeps the focus */}
          <div
            id={`palette-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            onClick={() => onRun(command)}
            onMouseMove={() => index === chosen || onPoint(index)}
          >
            <span>{command.label}</span>
            <small>{command.keys === undefined ? command.hint : <Keys keys={command.keys} />}</small>
          </div>
        </div>
      ))}
    </div>
  )
}
