import { block, type DepartureProblem, warn } from './departure-problem';
import type { Inspection } from './inspection';
import { pairProblems } from './officer-pair';
import { overlap, type VisitTime } from './visit-time';

/** Other visits and interviews of the same officers at that time, with a name for the message. */
export type DepartureContext = { readonly others: readonly (VisitTime & { readonly label: string })[] };

/** Officers, times, place, rights, avoidance, scan and the record of the scene. */
export function siteProblems(record: Inspection, context: DepartureContext): readonly DepartureProblem[] {
  const problems = pairProblems(record.officers, record.startedAt.slice(0, 10)).map(({ path, message }) =>
    block('officers', path, message),
  );
  if (record.endedAt === null) problems.push(block('end_missing', 'endedAt', '请填写检查结束时间'));
  else if (record.endedAt <= record.startedAt)
    problems.push(block('end_before_start', 'endedAt', '检查结束时间应当晚于开始时间'));
  for (const other of context.others) {
    const visit = { ...record, officerIds: record.officers.map((officer) => officer.id) };
    const common = overlap(visit, other);
    if (!common) continue;
    const name = record.officers.find((officer) => officer.id === common.officerId)?.name ?? '';
    problems.push(
      block(
        'overlap',
        'startedAt',
        `${name}在 ${common.from.replace('T', ' ')} 起还有另一次检查（${other.label}），时间不能重叠`,
      ),
    );
  }
  if (record.place.trim() === '') problems.push(block('place_missing', 'place', '请填写检查地点'));
  problems.push(...rightsProblems(record), ...scanProblems(record));
  if (record.method === 'on_site' && !record.refusal && record.scene.trim() === '')
    problems.push(block('scene_missing', 'scene', '请记录现场情况'));
  return problems;
}

function rightsProblems(record: Inspection): readonly DepartureProblem[] {
  const problems: DepartureProblem[] = [];
  const { avoidanceAsked, avoidanceRuling, refusal } = record;
  // a party that sends the officers away does not hear them out
  const level = refusal ? warn : block;
  if (!record.rightsTold)
    problems.push(level('rights_not_told', 'rightsTold', '尚未记录已告知当事人陈述、申辩和申请回避的权利'));
  else if (record.method === 'on_site' && record.certificatesShownAt === null)
    problems.push(warn('certificates_time', 'certificatesShownAt', '没有记录出示执法证件的时间'));
  if (avoidanceAsked === null)
    problems.push(level('avoidance_not_asked', 'avoidanceAsked', '尚未记录当事人是否申请回避'));
  if (avoidanceAsked === 'requested' && avoidanceRuling === null)
    problems.push(
      block(
        'avoidance_requested',
        'avoidanceRuling',
        '当事人申请回避，请记录机关负责人的决定：更换人员、中止检查或者驳回',
      ),
    );
  return problems;
}

/** 扫码入企: scanned, or it is said why not. */
function scanProblems(record: Inspection): readonly DepartureProblem[] {
  if (record.method !== 'on_site' || record.scanNo) return [];
  if (record.scanReason?.trim()) return [warn('scan_missing', 'scanNo', `没有扫码入企：${record.scanReason.trim()}`)];
  const message = record.scanLater
    ? '扫码入企定为离场前补扫，请补扫后填写登记号，或写明没有扫码的理由'
    : '没有扫码入企登记号，请扫码后填写，或写明没有扫码的理由';
  return [block('scan_missing', 'scanNo', message)];
}
