import { documentNounLabels, documentNouns, documentWords } from '#shared/domain/document/document-no';
import { blockCheckCode } from '#shared/domain/document/number-block';
import { AppError } from '#shared/kernel/errors';
import { Paper } from '../paper/paper';
import { newWorkbook, saveWorkbook } from '../paper/workbook';
import type { ReportDefinition } from '../reports/definition';
import { fileNameOf, requireParam, requireYear } from '../reports/params';
import { FORM_GRID, formHead, signatures } from '../reports/parts';
import { listGivenBlocks } from './data/block-repository';

const labelOf = (word: string): string => {
  const noun = documentNouns.find((entry) => documentWords[entry] === word);
  return noun ? documentNounLabels[noun] : '报表与函件';
};

/** 文号段发放单: what each device received, with the check code that is typed in on it; one sheet a device. */
export const numberSlip: ReportDefinition = {
  id: 'number-slip',
  title: '文号段发放单',
  group: 'document',
  description: '发给外出设备的文号段和核对码，每台设备一张，领用人签收。',
  params: [{ key: 'year', label: '年度', type: 'year' }],
  gather: async ({ db, office, now }, params) => {
    const year = requireYear(requireParam(params, 'year', '年度'));
    const blocks = await listGivenBlocks(db, office.code, Number(year));
    if (blocks.length === 0)
      throw new AppError('bad_state', `${year} 年还没有发放号段，没有可以打印的发放单。请先在“设置—文号”发放号段。`);
    const devices = [...new Set(blocks.map(({ device_no }) => device_no))];
    return {
      fileName: fileNameOf('文号段发放单', year),
      owner: { table: 'number_block', id: blocks[0]?.id ?? '' },
      numbering: { kind: 'none' },
      write: async (path, issue) => {
        const workbook = newWorkbook(`文号段发放单 ${year}`, office.name, new Date(now));
        for (const device of devices) {
          const own = blocks.filter(({ device_no }) => device_no === device);
          const paper = new Paper(workbook, `设备 ${device}`, 'portrait', FORM_GRID, issue.frame);
          formHead(paper, issue, '文号段发放单', `领用设备：${device} ${own[0]?.device_name ?? ''}`);
          paper.row([
            { text: '文书字', span: 2, look: 'head' },
            { text: '用于', span: 4, look: 'head' },
            { text: '年份', span: 1, look: 'head' },
            { text: '起号', look: 'head' },
            { text: '末号', look: 'head' },
            { text: '核对码', span: 3, look: 'head' },
          ]);
          for (const { word, year: of, first_no, last_no, device_no } of own) {
            const code = blockCheckCode({
              officeCode: office.code,
              word,
              year: of,
              deviceNo: device_no,
              firstNo: first_no,
              lastNo: last_no,
            });
            paper.row([
              { text: word, span: 2, look: 'center' },
              { text: labelOf(word), span: 4, look: 'cell' },
              { text: of, span: 1, look: 'center' },
              { text: first_no, look: 'center' },
              { text: last_no, look: 'center' },
              { text: code, span: 3, look: 'center' },
            ]);
          }
          paper.gap(8);
          signatures(paper, ['发放人（签名）：', '领用人（签名）：']);
          paper.line('在领用设备的“设置—文号”中照本单登记；核对码对不上的，不要使用。余号交回机关后不再使用。', 'note');
          paper.close();
        }
        await saveWorkbook(workbook, path);
        return blocks.length;
      },
    };
  },
};
