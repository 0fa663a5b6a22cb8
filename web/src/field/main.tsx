import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { paint } from '../ui/look.ts'
import '../ui/theme.css'
import { FieldApp } from './field-app.tsx'
import { Mishap } from './mishap.tsx'

paint()

const place = document.getElementById('field')
if (place === null) throw new Error('The page has no place for the field')

createRoot(place).render(
  <StrictMode>
    <Mishap>
      <FieldApp />
    </Mishap>
  </StrictMode>,
)
