export function MigrationPage() {
  return null;
}
