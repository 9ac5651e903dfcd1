import { evidenceKindLabels, evidenceOwnerLabels } from '#shared/domain/evidence/codes';
import { Paper } from '../paper/paper';
import { newWorkbook, saveWorkbook } from '../paper/workbook';
import { getEvidenceRecord, type PaperEvidence } from './data/evidence-repository';
import type { Issue, ReportDefinition } from './definition';
import { fileNameOf, requireParam } from './params';
import { ledgerHead, signatures } from './parts';

const COLUMNS = [
  { header: '序号', share: 8 },
  { header: '编号', share: 8 },
  { header: '证据名称', share: 30 },
  { header: '种类', share: 13 },
  { header: '取得时间、地点', share: 42 },
  { header: '取得人\n（提供人）', share: 24 },
  { header: '证明内容', share: 46 },
  { header: '原始文件校验值', share: 74 },
  { header: '页码', share: 14 },
] as const;

/** 证据目录: what stands, in the order of the desk; numbers are those of the desk and never move. */
export const evidenceIndex: ReportDefinition = {
  id: 'evidence-index',
  title: '证据目录',
  group: 'document',
  description: '一份证据一行：名称、种类、取得时间地点、取得人、证明内容和原始文件的 SHA-256、SM3 校验值。',
  params: [{ key: 'id', label: '检查', type: 'id', noun: 'inspection' }],
  gather: async ({ db, office, now }, params) => {
    const found = await getEvidenceRecord(db, params['owner'] ?? 'inspection', requireParam(params, 'id', '检查'));
    const standing = found.evidence.filter((row) => row.withdrawn_at === null);
    return {
      fileName: fileNameOf('证据目录', found.no, found.subjectName),
      owner: { table: found.table, id: found.id },
      numbering: { kind: 'record', no: found.no },
      write: async (path, issue) => {
        const workbook = newWorkbook(`证据目录 ${found.no}`, office.name, new Date(now));
        const paper = new Paper(
          workbook,
          '证据目录',
          'landscape',
          COLUMNS.map(({ share }) => share),
          issue.frame,
        );
        ledgerHead(paper, issue, '证据目录', `${evidenceOwnerLabels[found.table]}　当事人：${found.subjectName}`);
        paper.row(COLUMNS.map(({ header }) => ({ text: header, look: 'smallHead' as const })));
        paper.repeatAbove();
        paper.freezeAbove();
        if (standing.length === 0) paper.line('本案没有证据', 'center', 40);
        for (const [index, row] of standing.entries()) writeRow(paper, row, index, standing.length, issue);
        paper.line(remark(found.evidence), 'note');
        signatures(paper, ['制作人（签名）：', '审核人（签名）：'], 56);
        paper.close();
        await saveWorkbook(workbook, path);
        return standing.length;
      },
    };
  },
};

function writeRow(paper: Paper, row: PaperEvidence, index: number, total: number, issue: Issue): void {
  issue.progress('写入证据目录', index, total);
  const at = row.obtained_at.replace('T', ' ');
  const page = row.url ? `\n网址：${row.url}` : '';
  paper.row([
    { text: index + 1, look: 'smallCenter' },
    { text: row.no ?? '', look: 'smallCenter' },
    { text: `${row.title}\n${row.file_name}`, look: 'small' },
    { text: evidenceKindLabels[row.kind], look: 'smallCenter' },
    { text: `${at}\n${row.obtained_place}${page}`.trim(), look: 'small' },
    { text: row.provided_by ? `${row.obtained_by}\n（提供人：${row.provided_by}）` : row.obtained_by, look: 'small' },
    {
      text: [row.proves, row.item_code ? `对应检查项目 ${row.item_code}` : ''].filter(Boolean).join('\n'),
      look: 'small',
    },
    { text: `SHA-256：\n${halves(row.sha256)}\nSM3：\n${halves(row.sm3)}`, look: 'code' },
    { text: '', look: 'smallCenter' },
  ]);
}

/** Broken here and not by the program that prints: each breaks a long word elsewhere. */
const halves = (hash: string): string => `${hash.slice(0, 32)}\n${hash.slice(32)}`;

/** What was withdrawn is named, so that a missing number is no riddle. */
function remark(rows: readonly PaperEvidence[]): string {
  const withdrawn = rows.filter((row) => row.withdrawn_at !== null);
  const gone = withdrawn.map((row) => `编号 ${row.no}（${row.withdrawn_reason}）`).join('、');
  return [
    '编号在存入时确定，不因调整顺序或撤下而改变；页码在装订后填写。校验值按存入时的原始文件计算，一个字节不同，校验值就不同。',
    gone ? `已撤下，不列入本目录：${gone}。` : '',
  ]
    .filter(Boolean)
    .join('\n');
}
