import { Link } from 'react-router-dom';
import { useAction } from '../../api/queries';
import { Attachments } from '../../components/attachments';
import { Facts } from '../../components/facts';
import { Section } from '../../components/section';
import css from './rectification.module.css';
import type { RectificationFile } from './rectification-words';

/** What the order stands on, its words, and the papers. */
export function RectificationSide({ file }: { readonly file: RectificationFile }) {
  const attach = useAction('rectification.attach', { done: (made) => `已存入附件 ${made.fileName}` });
  return (
    <>
      <Section title="通知书">
        <Facts
          columns={1}
          items={[
            {
              label: '当事人',
              value: <Link to={`/subjects/${file.subjectId}`}>{file.subjectName}</Link>,
              source: file.subjectUscc ?? undefined,
            },
            {
              label: '来源检查',
              value: file.inspectionId ? (
                <Link to={`/inspections/${file.inspectionId}`}>{file.inspectionNo}</Link>
              ) : (
                '不由检查开具'
              ),
            },
            {
              label: '执法人员',
              value: file.officers.map((officer) => `${officer.name}（${officer.certificateNo}）`).join('、'),
            },
            { label: '联系人', value: `${file.contact}　${file.contactPhone}` },
          ]}
        />
      </Section>
      <Section title="通知书正文">
        <div className={css.paper}>
          <p>{file.orderText.behaviour}</p>
          <p>{file.orderText.violated}</p>
          <p>{file.orderText.basis}</p>
          <ol>
            {file.orderText.items.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ol>
          <p className={css.none}>{file.orderText.remedy}</p>
        </div>
      </Section>
      <Section title="附件" count={file.attachments.length}>
        <Attachments
          title="选择整改材料"
          files={file.attachments}
          busy={attach.busy}
          onAttach={(picked) => attach.run({ id: file.id, file: picked.token })}
        />
      </Section>
    </>
  );
}
