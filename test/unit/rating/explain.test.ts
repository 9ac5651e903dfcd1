import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseCataloguePack } from '#shared/domain/catalogue/catalogue';
import { explain, unverifiedRules } from '#shared/domain/rating/explain';
import type { RatingFact } from '#shared/domain/rating/fact';
import { parseRatingPack } from '#shared/domain/rating/parse-rating-pack';
import { rate } from '#shared/domain/rating/rate';
import { caseInput } from '#shared/domain/rating/run-cases';
import { fact, firm, grade, rawPack } from './build-pack';

const folder = join(import.meta.dirname, '../../../resources/packs');
const json = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const catalogue = parseCataloguePack(json('catalogue/ip-credit-information.v2.json'));
const patent = parseRatingPack(json('rating/patent-agency-credit.v1.json'), catalogue);
const sample = parseRatingPack(json('rating/enterprise-ip-sample.v1.json'), catalogue);
const agency = { ...firm, kind: 'patent_agency' };

function explained(facts: RatingFact[], pack = patent, subject = agency) {
  return explain(pack, rate(pack, { subject, facts, asOf: '2026-11-23' }), catalogue);
}

describe('the why-view', () => {
  it.each([patent, sample])('runs to the score in its last line, in every case of %#', (pack) => {
    for (const one of pack.cases) {
      const result = rate(pack, caseInput(one));
      const { lines, grade: own } = explain(pack, result, catalogue);
      expect(lines.at(-1)?.running, one.name).toBe(result.scoreThousandths);
      expect(own.code, one.name).toBe(one.expect.grade);
    }
  });

  it('names the record, the basis and the remark of a deduction', () => {
    const late = fact({ itemCode: 'annual_report_late', fields: { reportYear: 2024, curedOn: '2025-06-20' } });
    const line = explained([late]).lines.find((one) => one.nodeId === 'PA-06');
    expect(line).toMatchObject({ points: -10_000, running: 90_000, verified: true, path: ['机构经营异常情况'] });
    expect(line?.facts[0]?.sourceNo).toBe('样例罚〔2025〕1号');
    expect(line?.basis).toContain('《专利代理管理办法》（总局令第6号）第三十七条');
    expect(line?.sentence).toBe(
      '未按期提交年度报告被列入经营异常名录：计入 1 条记录，扣 10 分；一个月内补交并移出，扣 10 分',
    );
  });

  it('marks an unverified rule that took points, in its line and above', () => {
    const { lines, warnings } = explained([fact({ itemCode: 'workload_abnormal' })]);
    expect(lines.find((one) => one.nodeId === 'PA-05')?.sentence).toContain('未经官方文本核实');
    expect(warnings.join()).toContain('人均代理量明显高于正常水平');
  });

  it('explains a floor and a cap as lines', () => {
    const two = ['a', 'b'].map((id) => fact({ id, itemCode: 'abnormal_filing_agency' }));
    const sentence = explained(two).lines.find((one) => one.kind === 'limit')?.sentence;
    expect(sentence).toBe('代理非正常专利申请最多扣 40 分，补回 40 分');
  });

  it('tells the way up and down, at an edge too', () => {
    const at80 = explained([fact({ itemCode: 'annual_report_late' })]);
    expect(at80.up).toEqual({ gradeCode: 'A', distance: 10_000, sentence: '达到 90 分升为 A 级，还差 10 分' });
    expect(at80.down).toEqual({ gradeCode: 'C', distance: 1, sentence: '低于 80 分降为 C 级，现恰为 80 分' });
    expect(explained([]).up).toEqual({
      gradeCode: 'A+',
      distance: 1,
      sentence: '超过 100 分升为 A+ 级，现恰为 100 分',
    });
    const best = explained([fact({ itemCode: 'honour', fields: { points: 4 } })]);
    expect(best.up).toBeNull();
    expect(best.down).toEqual({ gradeCode: 'A', distance: 4000, sentence: '降到 100 分降为 A 级，现距此 4 分' });
  });

  it('says that a veto must end before points help', () => {
    const { up, vetoes, headline } = explained([fact({ itemCode: 'serious_list' })], sample, firm);
    expect(up?.sentence).toContain('否决项“列入严重违法失信名单”解除后');
    expect(vetoes[0]?.sentence).toContain('样例罚〔2025〕1号');
    expect(headline).toContain('因否决项下调');
  });

  it('turns the directions round for a risk score', () => {
    const grades = [grade('low', { to: 30 }), grade('high', { above: 30 })];
    const cases = [
      {
        name: '空',
        asOf: '2026-01-01',
        subject: { kind: 'enterprise' },
        facts: [],
        expect: { score: 100, grade: 'high' },
      },
    ];
    const pack = parseRatingPack(rawPack({ better: 'lower', grades, cases }));
    const { up, down } = explain(pack, rate(pack, { subject: firm, facts: [], asOf: '2026-01-01' }));
    expect(up).toEqual({ gradeCode: 'low', distance: 70_000, sentence: '降到 30 分升为 low 级，还差 70 分' });
    expect(down).toBeNull();
  });

  it('lists the three costliest facts, the worst first, never a gain', () => {
    const facts = [
      fact({ id: 'a', itemCode: 'workload_abnormal' }),
      fact({ id: 'b', itemCode: 'licence_revoked' }),
      fact({ id: 'c', itemCode: 'annual_report_late' }),
      fact({ id: 'd', itemCode: 'abnormal_filing_agency' }),
      fact({ id: 'e', itemCode: 'honour' }),
    ];
    expect(explained(facts).costliest.map((one) => [one.id, one.points])).toEqual([
      ['b', -100_000],
      ['d', -40_000],
      ['c', -20_000],
    ]);
    expect(explained(facts.slice(4)).costliest).toEqual([]);
  });

  it('names a missing monthly source by its catalogue name', () => {
    expect(explained([], sample, firm).warnings).toContain('缺少“企业信用风险分类”，请补充后重新评价');
  });

  it('counts the rules of a pack that nobody verified', () => {
    const names = unverifiedRules(patent);
    expect(names).toContain('代理非正常专利申请');
    expect(names).not.toContain('未按期提交年度报告被列入经营异常名录');
  });
});
