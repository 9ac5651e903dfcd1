import { Button, Checkbox } from '@mantine/core';
import { IconTimeline } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router-dom';
import { subjectKindLabels } from '#shared/domain/subject/subject';
import { FilterChips } from '../../components/filter-chips';
import { Columns } from '../../components/page';
import { StatePill } from '../../components/pill';
import { Section } from '../../components/section';
import { EmptyState } from '../../components/state-panels';
import { Timeline } from '../../components/timeline';
import { OpenEnds } from './open-ends';
import css from './subject-story.module.css';
import { entryPath, laneLabels, lanes, type StoryEntry, type SubjectFile } from './subject-words';

/** So many entries are shown at first; a subject of ten years has hundreds. */
const SHOWN = 60;

/** The whole supervision of a subject on three lanes, with its open ends beside it. */
export function SubjectStory({ file }: { readonly file: SubjectFile }) {
  const open = file.timeline.filter((entry) => entry.open);
  const [params] = useSearchParams();
  const asked = params.get('open') === '1';
  return (
    <Columns
      main={<Story key={String(asked)} file={file} openAtFirst={asked} />}
      side={
        <>
          <Section title="未结事项" count={open.length}>
            <OpenEnds file={file} />
          </Section>
          {file.parent || file.children.length > 0 ? <Family file={file} /> : null}
        </>
      }
    />
  );
}

type StoryProps = { readonly file: SubjectFile; readonly openAtFirst: boolean };

function Story({ file, openAtFirst }: StoryProps) {
  const navigate = useNavigate();
  const [openOnly, setOpenOnly] = useState(openAtFirst);
  const [lane, setLane] = useState<'all' | StoryEntry['lane']>('all');
  const [most, setMost] = useState(SHOWN);
  const entries = file.timeline.filter((entry) => (!openOnly || entry.open) && (lane === 'all' || entry.lane === lane));
  const countOf = (wanted: StoryEntry['lane']) => file.timeline.filter((entry) => entry.lane === wanted).length;
  return (
    <Section
      title="监管全程"
      count={file.timeline.length}
      actions={
        <Checkbox label="只看未结" checked={openOnly} onChange={(event) => setOpenOnly(event.currentTarget.checked)} />
      }
    >
      <div className={css.chips}>
        <FilterChips
          label="按环节"
          value={lane}
          onChange={setLane}
          chips={[
            { value: 'all', label: '全部', count: file.timeline.length },
            ...lanes.map((key) => ({ value: key, label: laneLabels[key], count: countOf(key) })),
          ]}
        />
      </div>
      {entries.length === 0 ? (
        <EmptyState
          compact
          icon={IconTimeline}
          sentence={file.timeline.length === 0 ? '还没有监管记录。' : '没有符合条件的记录。'}
          action={
            file.timeline.length === 0 ? (
              <Button component={Link} to={`/inspections/new?subject=${file.id}`} variant="default">
                开展检查
              </Button>
            ) : null
          }
        />
      ) : (
        <Timeline
          lanes={lanes.map((key) => laneLabels[key])}
          items={entries.slice(0, most).map((entry) => {
            const path = entryPath(entry, file.id);
            return {
              id: entry.id,
              on: entry.on,
              title: entry.title,
              detail: (
                <span className={css.detail} title={entry.detail}>
                  {entry.detail}
                </span>
              ),
              tone: entry.tone,
              lane: laneLabels[entry.lane],
              badges: entry.open ? <StatePill label="未结" tone="going" /> : null,
              onOpen: path ? () => navigate(path) : undefined,
            };
          })}
        />
      )}
      {entries.length > most ? (
        <Button variant="subtle" onClick={() => setMost(entries.length)}>
          显示更早的 {entries.length - most} 条
        </Button>
      ) : null}
    </Section>
  );
}

/** Head office and branches, agency and agents. */
function Family({ file }: { readonly file: SubjectFile }) {
  return (
    <Section title="隶属关系">
      {file.parent ? (
        <p>
          隶属于 <Link to={`/subjects/${file.parent.id}`}>{file.parent.name}</Link>
        </p>
      ) : null}
      <ul className={css.family}>
        {file.children.map((child) => (
          <li key={child.id}>
            <Link to={`/subjects/${child.id}`}>{child.name}</Link>
            <span className={css.kind}>{subjectKindLabels[child.kind]}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
