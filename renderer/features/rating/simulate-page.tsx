export function SimulatePage() {
  return null;
}
