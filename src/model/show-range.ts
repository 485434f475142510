import type { DateRange } from './record.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** '4 Mar 2031', '3 Mar 2031 to 7 Mar 2031', 'by 4 Mar 2031', 'from 4 Mar 2031' or 'not told'. */
export function showRange({ earliest, latest }: DateRange): string {
  if (earliest === null && latest === null) return 'not told';
  if (earliest === null) return `by ${showDay(latest!)}`;
  if (latest === null) return `from ${showDay(earliest)}`;
  return earliest === latest ? showDay(latest) : `${showDay(earliest)} to ${showDay(latest)}`;
}

function showDay(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return `${day} ${MONTHS[month! - 1]} ${year}`;
}
