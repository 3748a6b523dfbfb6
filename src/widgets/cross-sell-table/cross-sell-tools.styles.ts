import { css } from 'lit';

export const toolStyles = css`
  .figures {
    display: grid;
    gap: calc(var(--_unit) * 2);
    max-inline-size: calc(var(--_unit) * 84);
    padding: calc(var(--_unit) * 1.5);
  }

  .figures p,
  .figures dl,
  .figures dd {
    margin: 0;
  }

  .figures dl {
    display: grid;
    gap: calc(var(--_unit) * 1.5);
  }

  .figures dt {
    font-weight: 500;
  }

  .figures dd {
    color: var(--_text-quiet);
  }
`;
