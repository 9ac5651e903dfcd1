import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from 'react-router-dom';
import css from './case.module.css';
import type { CaseFile } from './paper-words';

/** What is wrong between the papers, and what the inspection lacks to stand on. */
export function CaseProblems({ file }: { readonly file: CaseFile }) {
  const { ground, problems, numberWarnings } = file;
  const started = file.inspectionId !== null;
  const lines = [
    ...(ground.allowed
      ? ground.how === 'urgent'
        ? [{ key: 'ground', grave: false, text: `先行检查，审批待补：${ground.reason}` }]
        : []
      : [
          {
            key: 'ground',
            grave: started,
            text: started
              ? `检查已经开始，但${ground.message}，请补办并写明先行检查的理由`
              : `${ground.message}，检查前应当先经批准`,
          },
        ]),
    ...problems.map(({ code, level, message }) => ({ key: code + message, grave: level === 'wrong', text: message })),
  ];
  if (lines.length === 0 && numberWarnings.length === 0) return null;
  return (
    <ul className={css.problems} aria-label="需要处理">
      {lines.map(({ key, grave, text }) => (
        <li key={key} className={grave ? css.grave : css.alert}>
          <IconAlertTriangle size={16} stroke={1.5} aria-hidden />
          <span>{text}。</span>
        </li>
      ))}
      {numberWarnings.map((text) => (
        <li key={text} className={css.alert}>
          <IconAlertTriangle size={16} stroke={1.5} aria-hidden />
          <span>
            {text}。<Link to="/settings/numbers">打开文号设置</Link>
          </span>
        </li>
      ))}
    </ul>
  );
}
