/** Whether a name is that of a share of a whole: 合格率, 满意度, 占比. */
export function isShare(name: string): boolean {
  return /(?:率|满意度|占比|比重|比例|覆盖面)$/u.test(name) && !others.test(name)
}

/** Whether a name is that of a sum of money: 编制费用, 采购金额. */
export function isMoney(name: string): boolean {
  return /(?:(?<![免消浪缴收交])费|费用|成本|金额|资金|单价|补助额|补贴额|支出)$/u.test(name)
}

// Rates that are no shares.
const others = /频率|(?<!有)效率|功率|汇率|税率|利率|倍率|速率|容积率|死亡率|发病率|生育率|周转率|投诉率/u
