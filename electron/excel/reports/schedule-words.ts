/** What a witness was told at draws of method 1. */
export const FIRST_METHOD_WORDS = [
  '1．抽取前先把全部候选对象按代码排列成一份名录，每行为“代码|分层”，算出名录的 SHA-256 校验值并当场宣布；此后名录改动一个字，校验值就会不同。',
  '2．名录宣布之后，才由见证人现场报出事先不可能知道的公开随机值，与单位事先生成的随机数和名录校验值连在一起，再算一次 SHA-256，得到种子。',
  '3．用种子对每个对象的“分层|代码”计算 HMAC-SHA-256，得到抽取键；同一分层内按抽取键从小到大排队，取前若干名。任何人用同一名录和种子重新计算，结果都相同。',
] as const;

/** What a witness is told; the same words every time, because it is what is done. */
export const DRAW_METHOD_WORDS = [
  '1．先冻结名录：抽取规则、各层抽取数、工作日、执法人员、候选对象、不列入的对象和理由，逐行写成一份文本，算出校验值并公布；此后名录改动一个字，校验值就会不同。单位同时生成一个随机数，先只公布它的校验值，不能再换。',
  '2．名录公布之后，才当场产生事先谁也不知道的公开随机值，由两个人各输入一遍，两遍一致才抽取。种子＝SHA-256（名录校验值|公开随机值|单位随机数），缺一样都算不出。',
  '3．用种子对每户的“分层|代码”计算 HMAC-SHA-256，得到抽取键；同一分层内从小到大排队，取前若干户。',
  '4．执法人员同样按抽取键排队，检查次数少的先派；应当回避、不具备专长、证件到期、请假、当日已排满的跳过，逐次写明。',
  '5．任何人用公布的名录、公开随机值和单位随机数重新计算，结果都相同；一份名录只抽一次，抽取有误的只能由两人作废并留在册中。',
] as const;

/** A hash in groups of four, to be read aloud. */
export const grouped = (hex: string): string => hex.match(/.{1,4}/g)?.join(' ') ?? '';

/** An instant on the office's clock: `2026年11月24日 09:05`. */
export function localMoment(iso: string): string {
  const at = new Date(iso);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${at.getFullYear()}年${at.getMonth() + 1}月${at.getDate()}日 ${two(at.getHours())}:${two(at.getMinutes())}`;
}
