import { defineWords } from '../ui/i18n.ts'

export const mapWords = defineWords(
  'casesMap',
  {
    label: '未办结问题的地图，共 {{count}} 个；下面的列表内容相同',
    list: '图上的问题',
    notDrawn: '只画出最急的 {{count}} 个，请用上面的条件缩小范围',
    empty: '没有标了位置的问题',
    emptyHint: '点位标上经纬度，或者登记时带上位置，就会画在这里。',
  },
  {
    label: 'Map of {{count}} open cases; the list below holds the same',
    label_one: 'Map of 1 open case; the list below holds the same',
    list: 'Cases on the map',
    notDrawn: 'Only the {{count}} due soonest are drawn: narrow the filter',
    empty: 'No case has a place on the map',
    emptyHint: 'Points with coordinates, and cases that bring their own, are drawn here.',
  },
)
