/** Towns from the middle of the county outwards; the first three are streets 街道. All fictional. */
export const townNames = [
  '枫溪街道',
  '凤栖街道',
  '东望街道',
  '白鹤镇',
  '石梁镇',
  '柳塘镇',
  '竹坞镇',
  '云岭镇',
  '清浦镇',
  '大墩乡',
  '梅坪乡',
  '龙潭乡',
];

/** Streets come first in `townNames`. */
export const streetCount = 3;

const firsts = ['上', '下', '前', '后', '大', '小', '新', '东', '西', '南', '北', '长', '高', '青', '金', '永'];
const seconds = ['塘', '溪', '坞', '岭', '湾', '桥', '坪', '畈', '墩', '店', '田', '墅', '洲'];

/** The name of the `index`th village of the county, each once; `urban` gives a community 社区, otherwise a village 村. */
export function villageName(index: number, urban: boolean): string {
  const first = firsts[index % firsts.length] ?? '';
  const second = seconds[Math.floor(index / firsts.length) % seconds.length] ?? '';
  return `${first}${second}${urban ? '社区' : '村'}`;
}
