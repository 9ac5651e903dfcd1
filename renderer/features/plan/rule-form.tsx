import { MultiSelect, Select, TextInput } from '@mantine/core';
import { packStatusLabels } from '#shared/domain/catalogue/labels';
import type { RouteOutput } from '#shared/ipc/contract';
import { useToday } from '../../api/today';
import { DateField, FormGrid, SelectField, Wide } from '../../components/fields';
import { useOfficerOptions } from '../../components/officer-fields';
import type { DraftState } from './use-draft';

const statuses: Readonly<Record<string, string>> = packStatusLabels;

const SCOPES = [
  { value: 'year', label: '全年，各批一次抽取' },
  { value: 'batch', label: '只抽到期的一批' },
];

type RuleFormProps = {
  readonly state: DraftState;
  readonly packs: RouteOutput<'plan.list-packs'>['packs'];
  readonly packId: string | null;
  readonly titleError: string | undefined;
  readonly title: string;
  /** The batch that is due, once it is known. */
  readonly batchNo: number | null;
};

export function RuleForm({ state, packs, packId, title, titleError, batchNo }: RuleFormProps) {
  const { draft, change, year, startOn } = state;
  const thisYear = Number(useToday().slice(0, 4));
  const officers = useOfficerOptions(startOn);
  const pack = packs.find(({ id }) => id === packId);
  return (
    <FormGrid>
      <Wide>
        <SelectField
          label="抽样规则包"
          required
          options={packs.map(({ id, version, title: name, status }) => ({
            value: id,
            label: name,
            hint: `第 ${version} 版　${statuses[status] ?? status}`,
          }))}
          description={
            pack ? `${statuses[pack.status] ?? pack.status}，${pack.batches} 批，取整办法：${pack.rounding}` : undefined
          }
          value={packId}
          onChange={(next) => change({ packId: next })}
        />
      </Wide>
      <Select
        label="年度"
        required
        allowDeselect={false}
        data={[thisYear, thisYear + 1].map((value) => ({ value: String(value), label: `${value} 年` }))}
        value={String(year)}
        onChange={(next) => change({ year: Number(next), startOn: Number(next) > thisYear ? `${next}-01-01` : null })}
      />
      <DateField
        label="检查开始日期"
        required
        value={startOn}
        max={`${year}-12-31`}
        onChange={(next) => next && change({ startOn: next })}
      />
      <Wide>
        <Select
          label="抽取范围"
          required
          allowDeselect={false}
          data={SCOPES}
          value={draft.scope}
          description={
            draft.scope === 'batch'
              ? `从本年度尚未抽取的主体中抽${batchNo === null ? '到期的一批' : `第 ${batchNo} 批`}，每批另行冻结、公布和产生随机值。`
              : '全年各批的对象、日期和人员一次抽定。'
          }
          onChange={(next) => change({ scope: next === 'batch' ? 'batch' : 'year' })}
        />
      </Wide>
      <Wide>
        <MultiSelect
          label="参加检查的执法人员"
          description="不选即为全部在岗人员；回避、休假、证件到期的，抽取时自动跳过并写明。"
          placeholder={draft.officerIds.length === 0 ? `全部在岗人员（${officers.length} 名）` : undefined}
          searchable
          clearable
          data={officers.map(({ value, label, hint }) => ({ value, label: hint ? `${label}　${hint}` : label }))}
          value={[...draft.officerIds]}
          onChange={(officerIds) => change({ officerIds })}
        />
      </Wide>
      <Wide>
        <TextInput
          label="计划名称"
          required
          maxLength={80}
          value={title}
          error={titleError}
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
      </Wide>
    </FormGrid>
  );
}
