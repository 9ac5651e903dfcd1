import { Button } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { SIMULATION_MARK, STALE_MARK } from '#shared/domain/rating/paper-marks';
import { useExportDocument } from '../../api/export-document';
import { PrintActions } from '../../components/print-actions';
import type { Simulation } from './rating-words';
import type { Supposition } from './suppositions';

type SimulateActionsProps = {
  readonly subjectId: string;
  readonly simulation: Simulation;
  readonly suppositions: readonly Supposition[];
  /** What is shown is not yet what was asked. */
  readonly waiting: boolean;
};

/** The simulation on paper, each way marked as one. */
export function SimulateActions({ subjectId, simulation, suppositions, waiting }: SimulateActionsProps) {
  const { run, busy } = useExportDocument();
  const { asOf, barred, subjectName } = simulation;
  return (
    <PrintActions
      report="rating-simulation"
      ownerId={subjectId}
      title="模拟评价说明"
      fileName={`模拟评价说明_${subjectName}_${asOf}`}
      marks={[SIMULATION_MARK, ...(barred ? [STALE_MARK] : [])]}
      waiting={waiting}
    >
      <Button
        variant="default"
        size="xs"
        loading={busy}
        disabled={waiting}
        leftSection={<IconFileExport size={15} stroke={1.5} />}
        onClick={() => void run('rating-simulation', { subjectId, asOf, suppositions: JSON.stringify(suppositions) })}
      >
        导出 Excel…
      </Button>
    </PrintActions>
  );
}
