/**
 * The verifiers that are printed with every proof, so that anyone can draw again without this program. They are the
 * same as the files in `test/verifiers`, which the tests run; a test compares them.
 */
export const VERIFIERS: readonly {
  readonly sheet: string;
  readonly fileName: string;
  /** Short enough to be read by a witness: list, seed, keys, ranks and picks; or everything, the officers too. */
  readonly scope: 'picks' | 'all';
  readonly text: string;
}[] = [
  {
    sheet: '核验对象Python',
    fileName: 'verify_picks.py',
    scope: 'picks',
    text: String.raw`# 抽取对象核验程序（Python 3，不需要安装任何东西，不需要联网）
# 用法：把“核验数据”表 A 列全部复制到文本文件 data.txt（UTF-8 编码），运行  python3 verify_picks.py data.txt
import hashlib, hmac, sys
lines = [x.rstrip('\r') for x in open(sys.argv[1], encoding='utf-8-sig', newline='').read().split('\n') if x.strip()]
lines = lines[lines.index('zhixin-draw|2'):]
cut = next(i for i, x in enumerate(lines) if x.startswith('sha256|'))
said = dict(x.split('|', 1) for x in lines[cut:] if not x.startswith('visit|'))
rows = lambda kind, part: [x.split('|')[1:] for x in part if x.startswith(kind + '|')]
sha = lambda t: hashlib.sha256(t.encode('utf-8')).hexdigest()
def check(what, right, shown):
    print(('一致    ' if right == shown else '不一致  ') + what + ('' if right == shown else '：应为 %s，记录为 %s' % (right, shown)))
    if right != shown: sys.exit(1)
# 一、名录、承诺值和种子
check('名录校验值 SHA-256', sha('\n'.join(lines[:cut]) + '\n'), said['sha256'])
check('单位随机数与冻结时的承诺值', sha(said['nonce']), rows('commit', lines)[0][0])
seed = sha('|'.join([said['sha256'], said['public'], said['nonce']]))
check('种子', seed, said['seed'])
# 二、每层按抽取键从小到大，取前若干名，依次放入各批
key = lambda t: hmac.new(bytes.fromhex(seed), t.encode('utf-8'), 'sha256').hexdigest()
batches, pool, picks = [d[0] for d in rows('days', lines[:cut])], {}, []
for code, stratum in rows('subject', lines[:cut]): pool.setdefault(stratum, []).append((key(stratum + '|' + code), code))
for stratum, ratio, base, drawn, yearly, shares, skill in rows('stratum', lines[:cut]):
    ranked = enumerate(sorted(pool.get(stratum, [])), 1)
    for batch, share in zip(batches, shares.split()):
        picks += [[batch, code, stratum, str(rank), k] for _, (rank, (k, code)) in zip(range(int(share)), ranked)]
# 三、与记录逐户比对
shown = [[v[0]] + v[2:6] for v in rows('visit', lines[cut:])]
check('抽中户数', len(picks), len(shown))
for right, line in zip(sorted(picks), sorted(shown)):
    if right != line: check('抽中对象', '|'.join(right), '|'.join(line))
print('一致    抽中对象 %d 户，候选 %d 户' % (len(picks), len(rows('subject', lines[:cut]))))
`,
  },
  {
    sheet: '核验对象JavaScript',
    fileName: 'verify-picks.mjs',
    scope: 'picks',
    text: String.raw`// 抽取对象核验程序（Node.js，不需要安装其他东西，不需要联网）
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
`,
  },
  {
    sheet: '核验程序Python',
    fileName: 'verify_draw.py',
    scope: 'all',
    text: String.raw`# 随机抽取核验程序（Python 3，不需要安装任何东西，不需要联网）
# 用法：把“核验数据”表 A 列全部复制到文本文件 data.txt（UTF-8 编码），运行  python3 verify_draw.py data.txt
import hashlib, hmac, sys
lines = [x.rstrip('\r') for x in open(sys.argv[1], encoding='utf-8-sig', newline='').read().split('\n') if x.strip()]
lines = lines[lines.index('zhixin-draw|2'):]
cut = next(i for i, x in enumerate(lines) if x.startswith('sha256|'))
text = '\n'.join(lines[:cut]) + '\n'                      # 公布的抽取名录
said = dict(x.split('|', 1) for x in lines[cut:] if not x.startswith('visit|'))
rows = lambda kind: [x.split('|')[1:] for x in lines[:cut] if x.startswith(kind + '|')]
def check(what, right, shown):
    print(('一致    ' if right == shown else '不一致  ') + what + ('' if right == shown else '：应为 %s，记录为 %s' % (right, shown)))
    if right != shown: sys.exit(1)
sha = lambda t: hashlib.sha256(t.encode('utf-8')).hexdigest()
check('名录校验值 SHA-256', sha(text), said['sha256'])
if 'sm3' in hashlib.algorithms_available: check('名录校验值 SM3', hashlib.new('sm3', text.encode('utf-8')).hexdigest(), said['sm3'])
check('单位随机数与冻结时的承诺值', sha(said['nonce']), rows('commit')[0][0])
seed = sha('|'.join([said['sha256'], said['public'], said['nonce']]))
check('种子', seed, said['seed'])
key = lambda t: hmac.new(bytes.fromhex(seed), t.encode('utf-8'), 'sha256').hexdigest()
# 一、抽取对象：每层按抽取键从小到大，取前若干名，依次放入各批
pool, days = {}, [d[1].split() for d in rows('days')]
numbers, batches = [d[0] for d in rows('days')], [[] for d in days]
for code, stratum in rows('subject'): pool.setdefault(stratum, []).append((key(stratum + '|' + code), code))
for stratum, ratio, base, drawn, yearly, shares, skill in rows('stratum'):
    ranked, rank = sorted(pool.get(stratum, [])), 0
    for batch, share in zip(batches, shares.split()):
        for k, code in ranked[rank:rank + int(share)]:
            rank += 1
            batch.append((k, code, stratum, rank, skill))
# 二、抽取人员：按抽取键排队，检查次数少的在前，不合适的跳过并记下原因
trips, teams, people = int(rows('rule')[0][6]), {}, []
for id, name, until, load, leaves, busy, skills, avoids in rows('officer'):
    people.append(dict(id=id, until=until or '9999', load=int(load), leaves=[x.split('~') for x in leaves.split()],
                       busy=busy.split(), skills=skills.split(','), avoids=avoids.split()))
people.sort(key=lambda p: key('officer|' + p['id']))
def unfit(p, code, skill):
    return 'avoidance' if code in p['avoids'] else 'skill' if skill and skill not in p['skills'] else None
def away(p, day):
    if p['until'] < day: return 'certificate_expired'
    if any(a <= day <= b for a, b in p['leaves']): return 'leave'
    if day in p['busy']: return 'other_plan'
    for team in teams.get(day, []):
        if p in team['who']: return 'full' if team['n'] >= trips else 'other_pair'
def assign(code, skill, day):                             # 当日已出动的组先排满，再组新组
    skips, chosen = {}, []
    for team in teams.get(day, []):
        if team['n'] >= trips: continue
        bad = {p['id']: unfit(p, code, skill) for p in team['who'] if unfit(p, code, skill)}
        if not bad: return team, skips
        skips.update(bad)
    for p in sorted(people, key=lambda p: p['load']):
        if len(chosen) == 2: break
        why = unfit(p, code, skill) or away(p, day)
        if why: skips.setdefault(p['id'], why)
        else: chosen.append(p)
    if len(chosen) < 2: return None, skips
    teams.setdefault(day, []).append(dict(who=chosen, n=0))
    return teams[day][-1], skips
result = []
for b, batch in enumerate(batches):
    own, later = days[b], sum(days[b + 1:], [])
    for place, (k, code, stratum, rank, skill) in enumerate(sorted(batch)):
        at = place // trips * len(own) // -(-len(batch) // trips)
        tries = own[at:] + own[:at][::-1] + later if own else later or sum(days, [])[-1:]
        if sum(not unfit(p, code, skill) for p in people) < 2: tries = tries[:1]
        seen, team = {}, None
        for day in tries:
            team, skips = assign(code, skill, day)
            for id, why in skips.items():
                first, n = seen.get((id, why), (day, 0))
                seen[id, why] = (first, n + 1)
            if team: break
        if team:
            team['n'] += 1
            for p in team['who']: p['load'] += 1
        who = [p['id'] for p in team['who']] if team else ['', '']
        skipped = ' '.join('%s:%s:%s:%d' % (id, first, why, n) for (id, why), (first, n) in seen.items())
        result.append('|'.join(['visit', numbers[b], day if team else tries[0], code, stratum, str(rank), k] + who + [skipped]))
shown = [x for x in lines[cut:] if x.startswith('visit|')]
check('抽中户数', len(result), len(shown))
for right, line in zip(result, shown):
    if right != line: check('抽取结果', right, line)
print('一致    抽取结果 %d 户及其检查人员，候选 %d 户' % (len(result), len(rows('subject'))))
`,
  },
  {
    sheet: '核验程序JavaScript',
    fileName: 'verify-draw.mjs',
    scope: 'all',
    text: String.raw`// 随机抽取核验程序（Node.js，不需要安装其他东西，不需要联网）
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
`,
  },
];
