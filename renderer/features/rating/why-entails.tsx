import type { ReactNode } from 'react';
import { Section } from '../../components/section';
import type { WhyView } from './rating-words';
import css from './why.module.css';

/** What the grade brings with it: how often the subject is looked at, what it meets and what it may have. */
export function WhyEntails({ entails, grade }: Pick<WhyView, 'entails' | 'grade'>) {
  return (
    <Section title={`${grade.name}意味着什么`}>
      <dl className={css.entails}>
        <Part label="抽查">{entails.sampling === '' ? '规则没有规定。' : entails.sampling}</Part>
        <Parts
          label="检查方式"
          texts={entails.inspectionKinds.length > 0 ? [entails.inspectionKinds.join('、')] : []}
        />
        <Parts label="监管措施" texts={entails.measures} />
        <Parts label="激励措施" texts={entails.incentives} />
        <Parts label="可以享受的" texts={entails.entitlements} />
        {entails.warningLetter === null ? null : (
          <Part label="提醒函">
            <details>
              <summary>查看提醒函正文</summary>
              <p className={css.letter}>{entails.warningLetter}</p>
            </details>
          </Part>
        )}
      </dl>
    </Section>
  );
}

function Part({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Parts({ label, texts }: { readonly label: string; readonly texts: readonly string[] }) {
  if (texts.length === 0) return null;
  if (texts.length === 1) return <Part label={label}>{texts[0]}</Part>;
  return (
    <Part label={label}>
      <ul>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Part>
  );
}
