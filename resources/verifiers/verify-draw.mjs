// 随机抽取核验程序（Node.js，不需要安装其他东西，不需要联网）
// 用法：把“核验数据”表 A 列全部复制到文本文件 data.txt（UTF-8 编码），运行  node verify-draw.mjs data.txt
import { createHash, createHmac, getHashes } from 'node:crypto';
import { readFileSync } from 'node:fs';

const file = readFileSync(process.argv[2], 'utf8').replace(/^\ufeff/, '');
const all = file
  .split('\n')
  .map((x) => x.replace(/\r$/, ''))
  .filter((x) => x.trim());
const lines = all.slice(all.indexOf('zhixin-draw|2'));
const cut = lines.findIndex((x) => x.startsWith('sha256|'));
const text = lines.slice(0, cut).join('\n') + '\n'; // 公布的抽取名录
const said = Object.fromEntries(lines.slice(cut).map((x) => [x.slice(0, x.indexOf('|')), x.slice(x.indexOf('|') + 1)]));
const rows = (kind) =>
  lines
    .slice(0, cut)
    .filter((x) => x.startsWith(kind + '|'))
    .map((x) => x.split('|').slice(1));
const words = (t) => t.split(' ').filter((x) => x);
function check(what, right, shown) {
  console.log(right === shown ? '一致    ' + what : '不一致  ' + what + '：应为 ' + right + '，记录为 ' + shown);
  if (right !== shown) process.exit(1);
}
const hash = (t, name = 'sha256') => createHash(name).update(t, 'utf8').digest('hex');
check('名录校验值 SHA-256', hash(text), said.sha256);
if (getHashes().includes('sm3')) check('名录校验值 SM3', hash(text, 'sm3'), said.sm3);
check('单位随机数与冻结时的承诺值', hash(said.nonce), rows('commit')[0][0]);
const seed = hash([said.sha256, said.public, said.nonce].join('|'));
check('种子', seed, said.seed);
const key = (t) => createHmac('sha256', Buffer.from(seed, 'hex')).update(t, 'utf8').digest('hex');
const by = (f) => (a, b) => (f(a) < f(b) ? -1 : f(a) > f(b) ? 1 : 0);
// 一、抽取对象：每层按抽取键从小到大，取前若干名，依次放入各批
const numbers = rows('days').map((d) => d[0]);
const days = rows('days').map((d) => words(d[1]));
const batches = days.map(() => []);
const pool = rows('subject')
  .map(([code, stratum]) => ({ code, stratum, key: key(stratum + '|' + code) }))
  .sort(by((x) => x.key));
for (const [id, , , , , shares, skill] of rows('stratum')) {
  const ranked = pool.filter((x) => x.stratum === id).map((x, i) => ({ ...x, skill, rank: i + 1 }));
  for (const [b, share] of words(shares).entries()) batches[b].push(...ranked.splice(0, Number(share)));
}
// 二、抽取人员：按抽取键排队，检查次数少的在前，不合适的跳过并记下原因
const trips = Number(rows('rule')[0][6]);
const teams = {};
const people = rows('officer')
  .map(([id, , until, load, leaves, busy, skills, avoids]) => ({
    id,
    until: until || '9999',
    load: Number(load),
    leaves: words(leaves).map((x) => x.split('~')),
    busy: words(busy),
    skills: skills.split(','),
    avoids: words(avoids),
  }))
  .sort(by((p) => key('officer|' + p.id)));
const unfit = (p, x) =>
  p.avoids.includes(x.code) ? 'avoidance' : x.skill && !p.skills.includes(x.skill) ? 'skill' : '';
function away(p, day) {
  if (p.until < day) return 'certificate_expired';
  if (p.leaves.some(([a, b]) => a <= day && day <= b)) return 'leave';
  if (p.busy.includes(day)) return 'other_plan';
  const team = (teams[day] ?? []).find((t) => t.who.includes(p));
  return team ? (team.n >= trips ? 'full' : 'other_pair') : '';
}
function assign(x, day) {
  // 当日已出动的组先排满，再组新组
  const skips = new Map();
  for (const team of teams[day] ?? []) {
    if (team.n >= trips) continue;
    const bad = team.who.filter((p) => unfit(p, x));
    if (bad.length === 0) return [team, skips];
    for (const p of bad) skips.set(p.id, unfit(p, x));
  }
  const chosen = [];
  for (const p of [...people].sort((a, b) => a.load - b.load)) {
    if (chosen.length === 2) break;
    const why = unfit(p, x) || away(p, day);
    if (!why) chosen.push(p);
    else if (!skips.has(p.id)) skips.set(p.id, why);
  }
  if (chosen.length < 2) return [null, skips];
  const team = { who: chosen, n: 0 };
  teams[day] = [...(teams[day] ?? []), team];
  return [team, skips];
}
const result = [];
for (const [b, batch] of batches.entries()) {
  for (const [place, x] of batch.sort(by((y) => y.key)).entries()) {
    const own = days[b];
    const later = days.slice(b + 1).flat();
    const at = Math.floor((Math.floor(place / trips) * own.length) / Math.ceil(batch.length / trips));
    let tries = [...own.slice(at), ...own.slice(0, at).reverse(), ...later];
    if (own.length === 0) tries = later.length > 0 ? later : days.flat().slice(-1);
    if (people.filter((p) => !unfit(p, x)).length < 2) tries = tries.slice(0, 1);
    const seen = new Map();
    let [team, date] = [null, tries[0]];
    for (const day of tries) {
      const [found, skips] = assign(x, day);
      for (const [id, why] of skips) {
        const one = seen.get(id + '|' + why) ?? { id, day, why, n: 0 };
        seen.set(id + '|' + why, { ...one, n: one.n + 1 });
      }
      if (found) {
        [team, date] = [found, day];
        break;
      }
    }
    if (team) {
      team.n += 1;
      for (const p of team.who) p.load += 1;
    }
    const who = team ? team.who.map((p) => p.id) : ['', ''];
    const skipped = [...seen.values()].map((s) => [s.id, s.day, s.why, s.n].join(':')).join(' ');
    result.push(['visit', numbers[b], date, x.code, x.stratum, x.rank, x.key, ...who, skipped].join('|'));
  }
}
const shown = lines.slice(cut).filter((x) => x.startsWith('visit|'));
check('抽中户数', result.length, shown.length);
result.forEach((right, i) => {
  if (right !== shown[i]) check('抽取结果', right, shown[i]);
});
console.log('一致    抽取结果 ' + result.length + ' 户及其检查人员，候选 ' + rows('subject').length + ' 户');
