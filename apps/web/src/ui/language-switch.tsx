export interface LanguageSwitchProps {
  /** Names the group: 'Language'. */
  label: string
  current: string
  /** Each language named in itself. */
  languages: readonly { code: string; name: string }[]
  onChange: (code: string) => void
}

/** Stays on the same page; the language in use is words, the others are buttons in their own language. */
export function LanguageSwitch({ label, current, languages, onChange }: LanguageSwitchProps) {
  return (
    <nav className="hcw-languages" aria-label={label}>
      <ul>
        {languages.map(({ code, name }) => (
          <li key={code}>
            {code === current ? (
              <span aria-current="true" lang={code}>
                {name}
              </span>
            ) : (
              <button
                type="button"
                className="hcw-link-button"
                lang={code}
                onClick={() => onChange(code)}
              >
                {name}
              </button>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}
