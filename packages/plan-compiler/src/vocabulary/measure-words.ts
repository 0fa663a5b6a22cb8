/** Measure words that a demand is counted in. Longest first where one begins another. */
export const measureWords =
  '平方米|平方公里|公里|千米|立方米|米|小时|分钟|个百分点|个|处|项|名|人次|人|户|家|次|场|场次|期|种|类|块|辆|台|套|只|张|份|册|本|支|条|座|间|篇|幅|部|件|门|堂|亩|盏|根|棵|株|吨|公斤|栋|面|所|批|对|天|日|周|个月|万元|元|分|包|余份|余人|批次|例|起|课时|学时|节|岁|届|艘|具|株|顶|床|桶|箱|户次|班|组|队|站|点'

/** Units of time and money, which make a frequency, a date or a budget of a number, not a demand. */
export const notDemand = /^(?:元|万元|日|月|年|届|岁)$/
