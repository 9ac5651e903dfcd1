# 抽取对象核验程序（Python 3，不需要安装任何东西，不需要联网）
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
