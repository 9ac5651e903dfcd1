import { Link } from 'react-router-dom';
import { Facts } from '../../components/facts';
import { Section } from '../../components/section';
import css from './rectification.module.css';
import type { RectificationFile } from './rectification-words';

/** What the order stands on, and its words. */
export function RectificationSide({ file }: { readonly file: RectificationFile }) {
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
    </>
  );
}
