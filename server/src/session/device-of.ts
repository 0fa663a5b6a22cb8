/** A browser and a system, as one would name them. */
export const deviceOf = (userAgent: string | null): string => {
  const text = userAgent ?? ''
  const found = [browsers, systems].map(list => list.find(([pattern]) => pattern.test(text))?.[1]).filter(Boolean)
  return found.length > 0 ? found.join(' · ') : '未知设备'
}

type Names = readonly (readonly [RegExp, string])[]

const browsers: Names = [
  [/MicroMessenger/, '微信'],
  [/wxwork/, '企业微信'],
  [/DingTalk/, '钉钉'],
  [/Lark|Feishu/, '飞书'],
  [/Edg/, 'Edge'],
  [/Firefox/, 'Firefox'],
  [/HuaweiBrowser/, '华为浏览器'],
  [/Chrome/, 'Chrome'],
  [/Safari/, 'Safari'],
]

const systems: Names = [
  [/HarmonyOS|OpenHarmony/, '鸿蒙'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
]
