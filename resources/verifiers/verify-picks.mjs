// 抽取对象核验程序（Node.js，不需要安装其他东西，不需要联网）
// 用法：把“核验数据”表 A 列全部复制到文本文件 data.txt（UTF-8 编码），运行  node verify-picks.mjs data.txt
import { createHash, createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';

const file = readFileSync(process.argv[2], 'utf8').replace(/^\ufeff/, '');
const all = file.replaceAll('\r', '').split('\n');
const lines = all.slice(all.indexOf('zhixin-draw|2')).filter((x) => x.trim());
const list = lines.slice(
  0,
  lines.findIndex((x) => x.startsWith('sha256|')),
);
const said = (kind) => lines.find((x) => x.startsWith(kind + '|')).slice(kind.length + 1);
const rows = (kind) => lines.filter((x) => x.startsWith(kind + '|')).map((x) => x.split('|').slice(1));
const sha = (t) => createHash('sha256').update(t, 'utf8').digest('hex');
function check(what, right, shown) {
  console.log(right === shown ? '一致    ' + what : '不一致  ' + what + '：应为 ' + right + '，记录为 ' + shown);
  if (right !== shown) process.exit(1);
}
// 一、名录、承诺值和种子
check('名录校验值 SHA-256', sha(list.join('\n') + '\n'), said('sha256'));
check('单位随机数与冻结时的承诺值', sha(said('nonce')), said('commit'));
const seed = sha([said('sha256'), said('public'), said('nonce')].join('|'));
check('种子', seed, said('seed'));
// 二、每层按抽取键从小到大，取前若干名，依次放入各批
const key = (t) => createHmac('sha256', Buffer.from(seed, 'hex')).update(t, 'utf8').digest('hex');
const pool = rows('subject').map(([code, stratum]) => [key(stratum + '|' + code), code, stratum]);
pool.sort();
const picks = [];
for (const [id, , , , , shares] of rows('stratum')) {
  const ranked = pool.filter((x) => x[2] === id).map(([k, code], at) => [code, id, at + 1, k].join('|'));
  for (const [at, share] of shares.split(' ').entries())
    picks.push(...ranked.splice(0, Number(share)).map((x) => rows('days')[at][0] + '|' + x));
}
// 三、与记录逐户比对
const shown = rows('visit').map(([batch, , ...rest]) => [batch, ...rest.slice(0, 4)].join('|'));
shown.sort();
check('抽中户数', picks.length, shown.length);
for (const [at, right] of picks.sort().entries()) if (right !== shown[at]) check('抽中对象', right, shown[at]);
console.log('一致    抽中对象 ' + picks.length + ' 户，候选 ' + pool.length + ' 户');
