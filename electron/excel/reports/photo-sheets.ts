import { evidenceOwnerLabels } from '#shared/domain/evidence/codes';
import { Paper } from '../paper/paper';
import { newWorkbook, saveWorkbook } from '../paper/workbook';
import { getEvidenceRecord, type PaperEvidence, pictureOf } from './data/evidence-repository';
import type { ReportDefinition } from './definition';
import { fileNameOf, requireParam } from './params';
import { FORM_GRID, formHead, signatures } from './parts';

const A_PAGE = 4;
const HALF = 6;
/** Room for a picture, so that two rows of them, their words and the signatures fill one page. */
const PICTURE = { width: 72, height: 60 } as const;
const POINTS_PER_MM = 72 / 25.4;
const WORDS_POINTS = 76;
const LONGEST = 44;

/** Photo sheets: four a page with number, time, place, maker and what they prove; signed on every page. */
export const photoSheets: ReportDefinition = {
  id: 'photo-sheets',
  title: '现场照片页',
  group: 'document',
  description: '一页四张照片，注明编号、时间、地点、拍摄人和证明内容，每页由当事人和检查人员签名。',
  params: [{ key: 'id', label: '检查', type: 'id', noun: 'inspection' }],
  gather: async ({ db, dir, office, now }, params) => {
    const found = await getEvidenceRecord(db, params['owner'] ?? 'inspection', requireParam(params, 'id', '检查'));
    const photos = found.evidence.filter((row) => row.withdrawn_at === null && row.kind === 'photo');
    const title = found.table === 'inspection' ? '现场照片' : '整改照片';
    return {
      fileName: fileNameOf('照片页', found.no, found.subjectName),
      owner: { table: found.table, id: found.id },
      numbering: { kind: 'record', no: found.no },
      write: async (path, issue) => {
        const workbook = newWorkbook(`${title} ${found.no}`, office.name, new Date(now));
        const pages = Math.max(1, Math.ceil(photos.length / A_PAGE));
        for (let page = 0; page < pages; page++) {
          issue.progress('写入照片页', page, pages);
          const paper = new Paper(workbook, `照片页${page + 1}`, 'portrait', FORM_GRID, issue.frame);
          formHead(paper, issue, title, `${evidenceOwnerLabels[found.table]}　第 ${page + 1} 页，共 ${pages} 页`);
          paper.row([
            { text: '当事人', span: 2, look: 'label' },
            { text: found.subjectName, span: 10, look: 'cell' },
          ]);
          if (photos.length === 0) paper.line('本案没有照片', 'center', 40);
          for (const half of [0, 2]) {
            const at = page * A_PAGE + half;
            const pair = photos.slice(at, at + 2);
            if (pair.length > 0) await writePair(paper, dir, pair);
          }
          paper.line('以上照片是否与现场情况一致（由当事人填写）：＿＿＿＿＿＿＿＿＿＿', 'note');
          signatures(paper, ['当事人（签名盖章）：', '检查人员（签名）：', '检查人员（签名）：'], 52);
          paper.close();
        }
        await saveWorkbook(workbook, path);
        return photos.length;
      },
    };
  },
};

async function writePair(paper: Paper, dir: string, pair: readonly PaperEvidence[]): Promise<void> {
  const top = paper.next;
  const pictures = await Promise.all(pair.map((row) => pictureOf(dir, row)));
  const words = (index: number) => {
    const picture = pictures[index];
    return picture && 'words' in picture ? `${picture.words}\n${pair[index]?.file_name ?? ''}` : '';
  };
  paper.row(
    [0, 1].map((index) => ({ text: words(index), span: HALF, look: 'center' as const })),
    { minHeight: (PICTURE.height + 3) * POINTS_PER_MM },
  );
  pictures.forEach((picture, index) => {
    if ('words' in picture) return;
    const first = 1 + index * HALF;
    const scale = Math.min(PICTURE.width / picture.width, PICTURE.height / picture.height);
    const [mm, heightMm] = [picture.width * scale, picture.height * scale];
    // a place is given from the column it falls into: programs cut what lies beyond
    let column = first;
    let rightMm = Math.max(0.5, (paper.widthMm(first, HALF) - mm) / 2);
    for (; rightMm > paper.widthMm(column, 1); column++) rightMm -= paper.widthMm(column, 1);
    paper.picture(picture.bytes, picture.extension, {
      row: top,
      column,
      mm,
      heightMm,
      rightMm,
      downMm: 1.5 + (PICTURE.height - heightMm) / 2,
    });
  });
  paper.row(
    [0, 1].map((index) => {
      const row = pair[index];
      return { text: row ? caption(row) : '', span: HALF, look: 'small' as const };
    }),
    { minHeight: WORDS_POINTS },
  );
}

/** Long texts stand in the index in full; here every page keeps its four photos. */
const short = (text: string, length = LONGEST): string =>
  text.length > length ? `${text.slice(0, length - 1)}…` : text;

function caption(row: PaperEvidence): string {
  const taken = row.taken_at
    ? row.taken_at.slice(0, 16).replace('T', ' ')
    : `${row.obtained_at.replace('T', ' ')}（填写）`;
  return [
    `编号 ${row.no}　${short(row.title, 20)}`,
    `时间：${taken}`,
    `地点：${short(row.obtained_place, 28)}`,
    `拍摄人：${short(row.provided_by || row.obtained_by, 24)}`,
    `证明：${short(row.proves || '　', LONGEST)}`,
  ].join('\n');
}
