/** Minutes east of Greenwich of UTC, +08:00 and the like; undefined for anything else: places change their clocks, offsets do not. */
export function minutesOf(zone: string): number | undefined {
  if (zone === 'UTC' || zone === 'Z') return 0;
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(zone) ?? [];
  const total = Number(hours) * 60 + Number(minutes);
  if (sign === undefined || total > 14 * 60 || Number(minutes) > 59) return undefined;
  return sign === '-' ? -total : total;
}
