import * as z from 'zod';
import { maskPhone } from '#shared/domain/subject/id-number';
import { subjectStatusLabels } from '#shared/domain/subject/subject';
import { jsonColumn } from './data/json-column';
import { countSubjects, iterateSubjects } from './data/list-repository';
import { kindText } from './data/subject-repository';
import type { ReportDefinition } from './definition';
import { fileNameOf } from './params';
import { column, identity, label, score, value, writeRegister } from './register';

const tags = z.array(z.string());

export const subjectList: ReportDefinition = {
  id: 'subject-list',
  title: '监管对象名册',
  group: 'list',
  description: '全部监管对象及当前信用等级；证件号码和电话遮盖。',
  params: [],
  gather: async (context) => ({
    fileName: fileNameOf('监管对象名册', context.today),
    owner: { table: 'subject', id: 'all' },
    numbering: { kind: 'none' },
    write: (path, issue) =>
      writeRegister(
        path,
        {
          sheetName: '监管对象名册',
          title: '监管对象名册',
          expected: countSubjects(context.reader),
          columns: [
            column('主体类型', 14),
            column('名称', 36, 'text', true),
            column('统一社会信用代码／证件号', 26),
            column('机构／资格证号', 16),
            column('法定代表人', 12),
            column('住所（住址）', 36, 'text', true),
            column('区划', 10),
            column('联系电话', 13),
            column('成立日期', 11, 'date'),
            column('状态', 6),
            column('标签', 12, 'text', true),
            column('信用等级', 10),
            column('得分', 8, 'decimal'),
            column('评价基准日', 12, 'date'),
          ],
          rows: () => iterateSubjects(context.reader),
          cells: (row) => [
            kindText(String(row['kind'])),
            value(row, 'name'),
            identity(row),
            value(row, 'agency_code') ?? value(row, 'agent_cert_no'),
            value(row, 'legal_person'),
            value(row, 'address'),
            value(row, 'district'),
            maskPhone(String(row['phone'] ?? '')),
            value(row, 'established_on'),
            label(subjectStatusLabels, row['status']),
            row['tags'] === '[]' ? null : jsonColumn(tags, String(row['tags']), '标签').join('、'),
            value(row, 'grade_code') ?? '未评价',
            score(row),
            value(row, 'as_of'),
          ],
        },
        context,
        issue,
      ),
  }),
};
