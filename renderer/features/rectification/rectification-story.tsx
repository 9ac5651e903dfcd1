import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { extensionInTime } from '#shared/domain/rectification/extension-rule';
import { itemStateLabels } from '#shared/domain/rectification/rectification';
import { useAction } from '../../api/queries';
import { useToday } from '../../api/today';
import { Attachments } from '../../components/attachments';
import { DateStepsToggle } from '../../components/date-steps';
import { StatePill } from '../../components/pill';
import { Section } from '../../components/section';
import { DueText } from '../../components/text';
import { Timeline } from '../../components/timeline';
import { type ProofActs, ProofList } from './proof-list';
import css from './rectification.module.css';
import { rectificationEvents } from './rectification-events';
import { dueOf, itemTones, type RectificationFile, type RectificationItem } from './rectification-words';

type StoryProps = {
  readonly file: RectificationFile;
  readonly onExtend: (itemId: string) => void;
  readonly acts: ProofActs;
};

/** What must be done, then what happened. */
export function RectificationStory({ file, onExtend, acts }: StoryProps) {
  const today = useToday();
  const attach = useAction('rectification.attach', { done: (made) => `已存入附件 ${made.fileName}` });
  return (
    <>
      {file.alerts.length > 0 ? (
        <ul
          className={`${css.alerts} ${file.alerts.some((alert) => alert.code !== 'not_delivered') ? css.grave : ''}`}
          aria-label="需要处理"
        >
          {file.alerts.map((alert) => (
            <li key={`${alert.code} ${alert.itemId}`}>
              <IconAlertTriangle size={16} stroke={1.5} aria-hidden />
              {alert.message}
            </li>
          ))}
        </ul>
      ) : null}
      <Section title="整改事项" count={file.items.length} flush>
        {file.items.map((item) => (
          <ItemCard
            key={item.id}
            item={item}
            onExtend={file.state === 'ordered' && canExtend(file, item, today) ? () => onExtend(item.id) : undefined}
          />
        ))}
      </Section>
      <ProofList file={file} acts={acts} />
      <Section title="办理经过">
        <Timeline items={rectificationEvents(file)} />
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

/** Whether the button is worth showing; the engine has the last word. */
const canExtend = (file: RectificationFile, item: RectificationItem, today: string): boolean =>
  item.state !== 'corrected' &&
  item.extendedTo === null &&
  file.extension.times > 0 &&
  extensionInTime(file.extension, item.dueOn, today);

type ItemCardProps = { readonly item: RectificationItem; readonly onExtend?: (() => void) | undefined };

function ItemCard({ item, onExtend }: ItemCardProps) {
  const today = useToday();
  const dueOn = item.extendedTo ?? item.dueOn;
  return (
    <article className={css.item} aria-label={`第 ${item.seq} 项`}>
      <div className={css.itemHead}>
        <strong>第 {item.seq} 项</strong>
        <StatePill label={itemStateLabels[item.state]} tone={itemTones[item.state]} />
        {item.remaining === '' ? (
          <span className={css.none}>期限 {dueOn}</span>
        ) : (
          <DueText {...dueOf(item, dueOn, today)} />
        )}
        {item.extendedTo ? <span className={css.none}>已延期一次</span> : null}
        <span>
          {onExtend ? (
            <Button size="compact-sm" variant="subtle" onClick={onExtend}>
              延期
            </Button>
          ) : null}
        </span>
      </div>
      <dl className={css.pair}>
        <dt>问题</dt>
        <dd>{item.problem}</dd>
        <dt>要求</dt>
        <dd>
          {item.requirement}（{item.termText}）
        </dd>
        {item.correction ? (
          <>
            <dt>整改情况</dt>
            <dd>{item.correction}</dd>
          </>
        ) : null}
      </dl>
      <DateStepsToggle steps={item.dueSteps} estimated={item.dueEstimated} />
    </article>
  );
}
