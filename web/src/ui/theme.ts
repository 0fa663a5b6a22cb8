import { type ThemeConfig, theme as themes } from 'antd'
import { paletteOf, type TextSize, type Tone } from './palette.ts'

/** Of the style sheet, which has another order of faces where the page is English. */
const sans = 'var(--sans)'

type Screen = { readonly isNarrow: boolean; readonly isCalm: boolean }

/** Ant Design in paper, ink and seal. The primary button is the seal; everything else that is chosen or linked is indigo. */
export const themeOf = (tone: Tone, text: TextSize, { isNarrow, isCalm }: Screen): ThemeConfig => {
  const colours = paletteOf(tone, text)
  const large = text === 'large'
  return {
    algorithm: tone === 'dark' ? themes.darkAlgorithm : themes.defaultAlgorithm,
    token: {
      colorPrimary: colours.indigo,
      colorInfo: colours.indigo,
      colorLink: colours.indigo,
      colorSuccess: colours.bamboo,
      colorWarning: colours.amber,
      colorError: colours.late,
      colorText: colours.ink,
      colorTextSecondary: colours.soft,
      colorTextTertiary: colours.soft,
      colorTextDescription: colours.soft,
      colorTextPlaceholder: colours.soft,
      colorBgBase: colours.sheet,
      colorBgLayout: colours.paper,
      colorBgContainer: colours.sheet,
      colorBgElevated: colours.sheet,
      colorBorder: colours.rule,
      colorBorderSecondary: colours.rule,
      colorSplit: colours.rule,
      fontFamily: sans,
      fontSize: large ? 18 : isNarrow ? 16 : 14,
      lineHeight: 22 / 14,
      controlHeight: large ? 46 : isNarrow ? 44 : 36,
      controlHeightSM: isNarrow ? 44 : large ? 38 : 28,
      borderRadius: 6,
      borderRadiusLG: 8,
      motion: !isCalm,
      motionDurationSlow: '0.2s',
      motionDurationMid: '0.16s',
      motionDurationFast: '0.12s',
      boxShadowSecondary: '0 1px 3px #0000001f, 0 12px 32px #0000001f',
      wireframe: false,
    },
    components: {
      Button: {
        colorPrimary: colours.seal,
        colorPrimaryHover: colours.seal,
        colorPrimaryActive: colours.seal,
        primaryColor: colours.onSeal,
        defaultHoverColor: colours.ink,
        defaultHoverBorderColor: colours.soft,
        defaultHoverBg: colours.sheet,
        defaultActiveColor: colours.ink,
        defaultActiveBorderColor: colours.ink,
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        fontWeight: 500,
      },
      Form: { itemMarginBottom: 18, verticalLabelPadding: '0 0 4px' },
      Modal: { titleFontSize: large ? 22 : 17 },
      Tabs: { itemSelectedColor: colours.ink, inkBarColor: colours.ink, itemHoverColor: colours.ink },
      Segmented: { trackBg: colours.wash },
    },
  }
}
