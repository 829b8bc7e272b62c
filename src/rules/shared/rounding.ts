import type { Message } from '../../model.ts'

/** Why a sum may differ from its total, and by how much. */
export const rounding: Message = {
  zh: '印出的数字只精确到末位，n 项之和与总额之差不超过 ½×(n+1)×末位单位时视为进位误差；末位单位最大取 100 元，单位均为亿元时除外。',
  en: 'A printed figure is exact to its last digit only: a sum of n terms may differ from its total by ½ × (n + 1) × that step. No step is taken to be coarser than 100 yuan, unless all figures are in 亿元.',
}
