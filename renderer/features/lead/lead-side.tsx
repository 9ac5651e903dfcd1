import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { Link } from 'react-router-dom';
import { leadSourceLabels } from '#shared/domain/warning/lead';
import { Facts } from '../../components/facts';
import { LawSide } from '../../components/law-side';
import { Section } from '../../components/section';
import css from './lead.module.css';
import { type LeadFile, registerPath } from './lead-words';

/** Whom it concerns, where it comes from, and the law beside it. */
export function LeadSide({ file }: { readonly file: LeadFile }) {
  return (
    <>
      <Section title={file.source === 'third_party' ? '主体' : file.partyRole === 'agency' ? '代理机构' : '申请人'}>
        {file.subject ? (
          <Facts
            columns={1}
            items={[
              {
                label: '监管对象',
                value: <Link to={`/subjects/${file.subject.id}`}>{file.subject.name}</Link>,
                source: file.partyCode ?? undefined,
              },
            ]}
          />
        ) : (
          <div className={css.register}>
            <p>
              “{file.partyName}”{file.partyCode ? `（${file.partyCode}）` : ''}还不是监管对象，登记后才能核实。
            </p>
            <Button
              variant="default"
              component={Link}
              to={registerPath(file.partyName, file.partyCode, `/leads/${file.id}`)}
              leftSection={<IconUserPlus size={16} stroke={1.5} />}
            >
              登记为监管对象
            </Button>
          </div>
        )}
      </Section>
      <Section title="来源">
        <Facts
          columns={1}
          items={[
            { label: '来源', value: leadSourceLabels[file.source], source: file.sourceName },
            ...(file.source === 'rule'
              ? [
                  { label: '规则', value: file.ruleName, source: `第 ${file.packVersion} 版` },
                  {
                    label: '件数和天数',
                    value: file.figuresVerified ? '已核对官方文本' : '示例数值，没有官方依据',
                  },
                  { label: '核实后登记为', value: file.item?.name ?? '' },
                ]
              : [{ label: '编号', value: file.filings[0]?.number || '名单未提供' }]),
          ]}
        />
      </Section>
      {file.bases.length > 0 ? (
        <LawSide
          clauses={file.bases.map(({ document, article, text, verified }) => ({
            document,
            article,
            verified,
            ...(text ? { text } : {}),
          }))}
        />
      ) : null}
    </>
  );
}
