# 随机抽取核验程序（Python 3，不需要安装任何东西，不需要联网）
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
