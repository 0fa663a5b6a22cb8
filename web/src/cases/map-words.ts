import { defineWords } from '../ui/i18n.ts'

export const mapWords = defineWords(
  'casesMap',
  {
    title: '未办结的问题在哪里',
    empty: '没有标了位置的问题',
    emptyHint: '点位标上经纬度，或者登记时带上位置，就会画在这里。',
  },
  {
    title: 'Where open cases are',
    empty: 'No case has a place on the map',
    emptyHint: 'Points with coordinates, and cases that bring their own, are drawn here.',
  },
)
