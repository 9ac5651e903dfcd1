import { toHalfWidth } from '../table-import/import-cell';

/**
 * A name reduced to what two registers should agree on: half width, no spaces, one kind of brackets, upper case,
 * 有限责任公司 as 有限公司. For comparing, never for showing.
 *
 * @example normaliseName('甲（杭州） 科技有限责任公司') // '甲(杭州)科技有限公司'
 */
export function normaliseName(name: string): string {
  return toHalfWidth(name)
    .replace(/[\s\u200b-\u200f\ufeff]+/g, '')
    .replace(/[〔［【[{]/g, '(')
    .replace(/[〕］】\]}]/g, ')')
    .replace(/[·•・]/g, '·')
    .replace(/有限责任公司/g, '有限公司')
    .toUpperCase();
}

/** 直辖市, provinces and the cities that stand before a name without 市. */
const PLACES: ReadonlySet<string> = new Set(
  (
    '北京 天津 上海 重庆 河北 山西 内蒙古 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 四川 ' +
    '贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 石家庄 太原 呼和浩特 沈阳 长春 哈尔滨 南京 杭州 合肥 福州 南昌 济南 郑州 武汉 ' +
    '长沙 广州 南宁 海口 成都 贵阳 昆明 拉萨 西安 兰州 西宁 银川 乌鲁木齐 大连 青岛 宁波 厦门 深圳 苏州 无锡 常州 南通 扬州 ' +
    '徐州 温州 嘉兴 绍兴 金华 台州 泉州 烟台 潍坊 洛阳 宜昌 株洲 佛山 东莞 珠海 中山 惠州 汕头'
  ).split(' '),
);
const RANKS = ['省', '市', '壮族自治区', '回族自治区', '维吾尔自治区', '自治区'] as const;
const CITY = /^[\u4e00-\u9fff]{1,6}?(?:省|(?<![超城都门股楼夜])市(?!场|民|政)|自治州|自治区)/;
const HAS_CITY = /[省市州区]/;
const DISTRICT = /^[\u4e00-\u9fff]{1,4}?(?:区|县|旗)(?!块|域)/;

/**
 * Ends of the place names a company name begins with (province, city, district), as positions in the text; empty
 * when it begins with the name proper. A place is only taken off when a name is left.
 *
 * @example placeEnds('浙江省杭州市宝通科技') // [3, 6]
 */
export function placeEnds(text: string): readonly number[] {
  const ends: number[] = [];
  let at = 0;
  for (const measure of [knownPlace, knownPlace, city, district]) {
    if (measure === district && at === 0) continue;
    const length = measure(text, at);
    if (length === 0 || !isName(text.slice(at + length))) continue;
    at += length;
    ends.push(at);
  }
  return ends;
}

/** Length of a listed place at this position, with its rank (省, 市) when that is written; 0 for none. */
function knownPlace(text: string, at: number): number {
  for (let length = 2; length <= 4; length++) {
    if (!PLACES.has(text.slice(at, at + length))) continue;
    const rank = RANKS.find((word) => text.startsWith(word, at + length));
    return length + (rank?.length ?? 0);
  }
  return 0;
}

function city(text: string, at: number): number {
  const head = text.slice(at, at + 10);
  return HAS_CITY.test(head) ? (CITY.exec(head)?.[0].length ?? 0) : 0;
}

function district(text: string, at: number): number {
  return DISTRICT.exec(text.slice(at, at + 6))?.[0].length ?? 0;
}

function isName(rest: string): boolean {
  return rest.length >= 2 && !/^(?:有限|股份|公司|集团|分公司)/.test(rest);
}
