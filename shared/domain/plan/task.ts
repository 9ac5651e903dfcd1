/** A visit to be made, drawn or arranged by hand. */
export const taskStates = ['planned', 'inspected', 'cancelled'] as const;
export type TaskState = (typeof taskStates)[number];
export const taskStateLabels: Record<TaskState, string> = {
  planned: '待检查',
  inspected: '已检查',
  cancelled: '已取消',
};
