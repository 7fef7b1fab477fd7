interface ChoiceProps<Value extends string> {
  name: string;
  legend: string;
  options: { value: Value; label: string }[];
  /** Null: none is chosen yet. */
  chosen: Value | null;
  onChoose: (value: Value) => void;
}

/** One of a few, by radio buttons. The fieldset has the name as its identifier, so that it can be led to. */
export function Choice<Value extends string>({
  name,
  legend,
  options,
  chosen,
  onChoose,
}: ChoiceProps<Value>) {
  return (
    <fieldset id={name} tabIndex={-1}>
      <legend>{legend}</legend>
      {options.map(({ value, label }) => (
        <label key={value} class="pick">
          <input
            type="radio"
            name={name}
            value={value}
            checked={value === chosen}
            onChange={() => onChoose(value)}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
