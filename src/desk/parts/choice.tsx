import type { FC } from 'hono/jsx';

interface ChoiceProps {
  name: string;
  label: string;
  value: string | undefined;
  /** The words for no choice. */
  none: string;
  options: readonly (readonly [string, string])[];
}

/** One select of a filter that reads as a sentence. */
export const Choice: FC<ChoiceProps> = ({ name, label, value, none, options }) => (
  <select name={name} aria-label={label}>
    <option value="">{none}</option>
    {options.map(([key, words]) => (
      <option value={key} selected={key === value}>
        {words}
      </option>
    ))}
  </select>
);
