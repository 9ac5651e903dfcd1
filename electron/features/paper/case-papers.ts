import { readRegisterId } from '#shared/domain/document/variant';
import type { OrderProblem } from '#shared/domain/paper/order-checks';
import { type PaperId, paperTitles } from '#shared/domain/paper/papers';
import type { RouteOutput } from '#shared/ipc/contract';
import type { listInterviewsOf, listPrints, listScans } from './case-repository';

type View = RouteOutput<'paper.get-case'>;
type CasePaper = View['papers'][number];
type Rows<F extends (...args: never[]) => Promise<unknown>> = Awaited<ReturnType<F>>;

export type CaseFacts = {
  readonly visitId: string | null;
  readonly onSite: boolean;
  readonly notice: View['notice'];
  readonly inspection: {
    readonly id: string;
    readonly no: string;
    readonly state: 'open' | 'finished';
    readonly disposition: string | null;
  } | null;
  readonly findings: number;
  readonly interviews: Rows<typeof listInterviewsOf>;
  readonly orders: readonly { readonly id: string; readonly no: string }[];
  readonly rechecks: readonly { readonly id: string; readonly orderId: string; readonly checkedOn: string }[];
  readonly prints: Rows<typeof listPrints>;
  readonly scans: Rows<typeof listScans>;
  readonly orderProblems: readonly OrderProblem[];
};

/** Every paper of the case in the order of the work, with how it stands. */
export function casePapers(facts: CaseFacts, verified: (paper: PaperId) => boolean): CasePaper[] {
  const { notice, inspection } = facts;
  const line = (paper: PaperId, change: Partial<CasePaper>): CasePaper => ({
    paper,
    title: paperTitles[paper],
    state: 'to_make',
    ownerId: null,
    no: '',
    remark: '',
    verified: verified(paper),
    ...change,
  });
  const made = (paper: PaperId, ownerId: string, no: string, remark = ''): CasePaper =>
    line(paper, { ownerId, no, ...stand(facts, paper, ownerId, remark) });
  const without = (paper: PaperId, remark: string) => line(paper, { state: 'not_needed', remark });
  const needsOrder = facts.findings > 0 || inspection?.disposition === 'order_correction';
  return [
    notice ? made('check-approval', notice.id, notice.no) : line('check-approval', {}),
    notice?.noticeNo
      ? made('check-notice', notice.id, notice.noticeNo, notice.servedOn ? `${notice.servedOn} 送达` : '待送达')
      : notice?.state === 'not_notified'
        ? without('check-notice', `不事先通知：${notice.notNotifiedReason ?? ''}`)
        : line('check-notice', { remark: '批准后制作' }),
    inspection
      ? made('inspection-record', inspection.id, inspection.no)
      : line('inspection-record', { remark: '检查开始后制作' }),
    ...(facts.interviews.length === 0
      ? [without('interview-record', '没有询问')]
      : facts.interviews
          .filter(({ state }) => state !== 'void')
          .map(({ id, no, person_name }) => made('interview-record', id, no, `被询问人 ${person_name}`))),
    ...(facts.orders.length > 0
      ? facts.orders.map(({ id, no }) => made('rectification-order', id, no))
      : [
          needsOrder
            ? line('rectification-order', { remark: '检查发现问题，应当责令改正' })
            : without('rectification-order', '没有需要责令改正的问题'),
        ]),
    ...(facts.rechecks.length > 0
      ? facts.rechecks.map(({ id, orderId, checkedOn }) =>
          made('recheck-record', id, facts.orders.find((order) => order.id === orderId)?.no ?? '', `${checkedOn} 复查`),
        )
      : [
          facts.orders.length > 0
            ? line('recheck-record', { remark: '到期后复查' })
            : without('recheck-record', '没有责令改正'),
        ]),
    inspection
      ? made('result-record', inspection.id, inspection.no)
      : line('result-record', { remark: '检查办结后制作' }),
  ];
}

/** 已编号 → 已打印 → 已收回签字件, by the register of issued documents and the bound scans. */
function stand(facts: CaseFacts, paper: PaperId, ownerId: string, remark: string): Pick<CasePaper, 'state' | 'remark'> {
  const scan = facts.scans.find((row) => row.owner_id === ownerId && row.paper === paper);
  if (scan) return { state: 'returned', remark: join(remark, `${scan.bound_at?.slice(0, 10) ?? ''} 扫描归档`) };
  const print = facts.prints.findLast((row) => row.owner_id === ownerId && readRegisterId(row.report).report === paper);
  if (print) return { state: 'printed', remark: join(remark, `${print.created_at.slice(0, 10)} 出具`) };
  return { state: 'numbered', remark };
}

const join = (...parts: readonly string[]) => parts.filter((part) => part !== '').join('，');

/** The one thing to do next. */
export function nextStep({ notice, inspection, visitId, findings, orders }: CaseFacts): View['next'] {
  if (!notice) return { step: 'apply', id: null };
  if (notice.state === 'draft') return { step: 'decide', id: notice.id };
  if (notice.state === 'approved') return { step: 'make_notice', id: notice.id };
  if (notice.state === 'noticed') return { step: 'serve_notice', id: notice.id };
  if (!inspection) return { step: 'start_inspection', id: visitId };
  if (inspection.state === 'open') return { step: 'finish_inspection', id: inspection.id };
  if (orders.length === 0 && (findings > 0 || inspection.disposition === 'order_correction'))
    return { step: 'order_correction', id: inspection.id };
  return { step: 'print_record', id: inspection.id };
}
