import { askingOf } from '#shared/domain/inspection/ask-when';
import { checklistItems } from '#shared/domain/inspection/checklist';
import { answerLabels } from '#shared/domain/inspection/codes';
import { StatePill } from '../../components/pill';
import css from './inspection.module.css';
import { answerTones, type InspectionFile } from './inspection-words';

/** Every question with its answer; not answered is shown as such, never as passed. */
export function FinishedAnswers({ file }: { readonly file: InspectionFile }) {
  const byCode = new Map(file.answers.map((entry) => [entry.itemCode, entry]));
  const asking = askingOf(checklistItems(file.checklist), file.answers);
  return (
    <table className={css.answers}>
      {file.checklist.sections.map((section) => (
        <tbody key={section.title}>
          <tr>
            <th colSpan={3} scope="rowgroup">
              {section.title}
            </th>
          </tr>
          {section.items.map((item) => {
            const entry = byCode.get(item.code);
            const asked = asking.get(item.code);
            const leftOut = asked?.state === 'not_asked' ? asked.because : '';
            const remark = [entry?.reason, entry?.note, leftOut].filter(Boolean).join('；');
            return (
              <tr key={item.code}>
                <td>{item.code}</td>
                <td>
                  {item.question}
                  {remark ? <p className={css.remark}>{remark}</p> : null}
                </td>
                <td>
                  {entry ? (
                    <StatePill label={answerLabels[entry.answer]} tone={answerTones[entry.answer]} />
                  ) : leftOut ? (
                    <StatePill label="不询问" tone="off" />
                  ) : (
                    <StatePill label="未作答" tone="warn" />
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      ))}
    </table>
  );
}
