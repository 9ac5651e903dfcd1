import { Button } from '@mantine/core';
import { Link } from 'react-router-dom';
import { subjectKindLabels, subjectStatusLabels } from '#shared/domain/subject/subject';
import { Facts } from '../../components/facts';
import { Section } from '../../components/section';
import css from './panels.module.css';
import { RevealNumbers } from './reveal-numbers';
import type { SubjectFile } from './subject-words';

const statusLabels: Readonly<Record<string, string>> = subjectStatusLabels;

/** Identity as registered; personal numbers are masked until someone says why they are needed. */
export function BasicsPanel({ file }: { readonly file: SubjectFile }) {
  const person = file.kind === 'agent';
  return (
    <div className={css.stack}>
      <Section
        title="登记信息"
        actions={
          <Button component={Link} to={`/subjects/${file.id}/edit`} variant="default" size="xs">
            修改
          </Button>
        }
      >
        <Facts
          items={[
            { label: '名称', value: file.name, wide: file.name.length > 24 },
            { label: '类型', value: subjectKindLabels[file.kind] },
            ...(person
              ? [{ label: '资格证号', value: file.agentCertNo }]
              : [{ label: '统一社会信用代码', value: file.uscc ?? file.noUsccReason }]),
            ...(file.agencyCode ? [{ label: '代理机构代码', value: file.agencyCode }] : []),
            { label: '登记状态', value: statusLabels[file.status] ?? file.status },
            ...(person
              ? []
              : [
                  { label: '成立日期', value: file.establishedOn },
                  { label: '法定代表人', value: file.legalPerson },
                  { label: '行业', value: file.industry },
                  { label: '工商注册号（旧）', value: file.oldRegistrationNo },
                ]),
            { label: '所属区域', value: file.district },
            { label: '曾用名', value: file.formerNames.join('、') },
            {
              label: person ? '所在机构' : '上级机构',
              value: file.parent ? <Link to={`/subjects/${file.parent.id}`}>{file.parent.name}</Link> : file.parentName,
            },
            { label: '住所', value: file.address, wide: true },
            { label: '备注', value: file.note, wide: true },
            { label: '来源', value: file.importFile ? `导入自 ${file.importFile}` : '手工登记', wide: true },
          ]}
        />
      </Section>
      <RevealNumbers file={file} />
    </div>
  );
}
