import { formatRate, withdrawalRate } from '#shared/domain/filing/filing';
import { listApplicants, sumApplicants } from '../../db/filing-applicants';
import { maskedCode } from '../../db/filing-row';
import type { ReportDefinition } from './definition';
import { fileNameOf } from './params';
import { column, writeRegister } from './register';

/** A local office has some thousands of them at most. */
const ALL = 1_000_000;

export const filingApplicants: ReportDefinition = {
  id: 'filing-applicants',
  title: '非正常专利申请撤回统计表',
  group: 'list',
  description: '按申请人统计被通报、已说明、已撤回的件数和撤回率；撤回率 = 已撤回 ÷ 被通报。',
  params: [],
  gather: async (context) => {
    const applicants = await listApplicants(context.db, { offset: 0, limit: ALL });
    const sums = await sumApplicants(context.db, {});
    const total = {
      applicant: '',
      name: `合计（${sums.applicants} 户）`,
      code: null,
      ...sums,
      firstNotifiedOn: '',
      lastNotifiedOn: '',
    };
    const lines = applicants.length === 0 ? [] : [...applicants, total];
    return {
      fileName: fileNameOf('非正常专利申请撤回统计表', context.today),
      owner: { table: 'filing', id: 'applicants' },
      numbering: { kind: 'none' },
      write: (path, issue) =>
        writeRegister(
          path,
          {
            sheetName: '撤回统计',
            title: '非正常专利申请撤回统计表',
            expected: lines.length,
            columns: [
              column('申请人', 40, 'text', true),
              column('统一社会信用代码', 21),
              column('被通报（件）', 11, 'int'),
              column('已说明（件）', 11, 'int'),
              column('已撤回（件）', 11, 'int'),
              column('未处理（件）', 11, 'int'),
              column('撤回率', 10),
              column('最早通报', 11, 'date'),
              column('最近通报', 11, 'date'),
            ],
            rows: () => lines,
            cells: (row) => {
              const [notified, explained, withdrawn] = [row['notified'], row['explained'], row['withdrawn']].map(
                Number,
              );
              return [
                row['name'] ?? null,
                row['code'] ? maskedCode(String(row['code'])) : null,
                notified ?? 0,
                explained ?? 0,
                withdrawn ?? 0,
                (notified ?? 0) - (explained ?? 0) - (withdrawn ?? 0),
                formatRate(withdrawalRate({ notified: notified ?? 0, withdrawn: withdrawn ?? 0 })),
                row['firstNotifiedOn'] || null,
                row['lastNotifiedOn'] || null,
              ];
            },
          },
          context,
          issue,
        ),
    };
  },
};
