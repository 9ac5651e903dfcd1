import { useRef } from 'react';
import { useParams } from 'react-router-dom';
import { useRoute } from '../../api/queries';
import { RecordGate } from '../../components/record-gate';
import { FinishedPage } from './finished-page';
import { WorkPage } from './work-page';

/** `/inspections/:id`: the work while it is open, the record once it is finished. */
export function InspectionFilePage() {
  const { id = '' } = useParams();
  const file = useRoute('inspection.get', { id });
  // What the cache still has may be older than the last answer: the page opens where the record really stands.
  const shown = useRef('');
  if (file.data && (!file.isFetching || shown.current === id)) {
    shown.current = id;
    const Shown = file.data.state === 'open' ? WorkPage : FinishedPage;
    return <Shown key={id} file={file.data} />;
  }
  return (
    <RecordGate error={file.error} label="正在读取检查记录" back={{ to: '/inspections', label: '返回检查列表' }} />
  );
}
