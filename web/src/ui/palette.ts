/** The colours of one appearance. `seal` is for the one primary action and for what is late, nothing else. */
export type Palette = {
  readonly paper: string
  readonly sheet: string
  readonly wash: string
  readonly rule: string
  readonly ink: string
  readonly soft: string
  readonly seal: string
  readonly onSeal: string
  readonly late: string
  readonly bamboo: string
  readonly amber: string
  /** Amber dark enough to be read as text; the plain one is for bars and dots. */
  readonly amberInk: string
  readonly indigo: string
}

export type Tone = 'light' | 'dark'
export type TextSize = 'normal' | 'large'

const light: Palette = {
  paper: '#FBFAF7',
  sheet: '#FFFFFF',
  wash: '#F3F0E9',
  rule: '#E4E0D8',
  ink: '#1F2328',
  soft: '#63676E',
  seal: '#B3352B',
  onSeal: '#FFFFFF',
  late: '#B3352B',
  bamboo: '#41704F',
  amber: '#B7791F',
  amberInk: '#8A5A10',
  indigo: '#2F5D8A',
}

const dark: Palette = {
  paper: '#17181A',
  sheet: '#1F2023',
  wash: '#292A2D',
  rule: '#38393C',
  ink: '#ECEAE4',
  soft: '#A5A39D',
  seal: '#BF4136',
  onSeal: '#FFFFFF',
  late: '#F0867A',
  bamboo: '#8CC19C',
  amber: '#D9A04A',
  amberInk: '#E3B264',
  indigo: '#93BCE4',
}

const lightLarge: Palette = {
  ...light,
  rule: '#BDB7AA',
  ink: '#14171A',
  soft: '#44484E',
  seal: '#98271E',
  late: '#8F231B',
  bamboo: '#2B5638',
  amber: '#8A5A10',
  amberInk: '#654005',
  indigo: '#20466D',
}

const darkLarge: Palette = {
  ...dark,
  rule: '#5A5B5F',
  ink: '#F6F4EE',
  soft: '#C9C7C1',
  seal: '#98271E',
  late: '#FFB0A6',
  bamboo: '#A9D8B7',
  amber: '#E3B264',
  amberInk: '#F0C988',
  indigo: '#B4D3F1',
}

/** Text on paper, sheet and wash keeps a contrast of 4.5 (WCAG AA), in large text of 7 (AAA). */
export const paletteOf = (tone: Tone, text: TextSize): Palette =>
  text === 'large' ? (tone === 'dark' ? darkLarge : lightLarge) : tone === 'dark' ? dark : light
