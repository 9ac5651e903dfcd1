import { codeParser, dateParser, textParser } from '#shared/domain/table-import/cell-parsers';
import { column, optionalColumn, refuse } from '#shared/domain/table-import/column-spec';

const SKILLS = 20;
const SKILL_CHARACTERS = 30;

function skillsCell(text: string) {
  const skills = [...new Set(text.split(/[,，;；、|/\n]/).map((skill) => skill.trim()))].filter(
    (skill) => skill !== '',
  );
  return skills.length > SKILLS || skills.some((skill) => skill.length > SKILL_CHARACTERS)
    ? refuse(`专业最多 ${SKILLS} 项，每项不超过 ${SKILL_CHARACTERS} 个字，请精简。`)
    : skills;
}

/** The columns of an officers' table, as personnel lists of market supervision offices name them. */
export function officerColumns(options: { readonly date1904?: boolean } = {}) {
  return [
    column({
      key: 'name',
      label: '姓名',
      required: true,
      parse: textParser(30),
      aliases: ['执法人员', '执法人员姓名', '人员姓名', '检查人员', '检查员姓名', '名字'],
    }),
    column({
      key: 'certificateNo',
      label: '执法证号',
      required: true,
      parse: codeParser(40),
      aliases: [
        '执法证编号',
        '执法证件号',
        '执法证件号码',
        '行政执法证号',
        '行政执法证件号',
        '证件号',
        '证号',
        '执法证号码',
        '行政执法证编号',
      ],
    }),
    optionalColumn('certificateUntil', '有效期至', dateParser(options), [
      '证件有效期',
      '执法证有效期',
      '执法证有效期至',
      '有效期',
      '有效期限',
      '证件有效期至',
      '有效期截止',
    ]),
    optionalColumn('station', '所属机构', textParser(60), [
      '科所',
      '所属科所',
      '科室',
      '部门',
      '所属部门',
      '所在单位',
      '单位',
      '机构',
      '所属机构/科所',
      '机构/科所',
    ]),
    optionalColumn('position', '职务', textParser(60), ['职位', '岗位', '职级']),
    optionalColumn('skills', '专业', skillsCell, [
      '技能',
      '专业/技能',
      '专业特长',
      '特长',
      '专长',
      '业务专长',
      '专业领域',
    ]),
  ] as const;
}
