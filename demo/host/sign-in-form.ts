import { signIn, type Session } from './session.ts';

/** Submits the page's sign-in form. A rejected form keeps its values. */
export function onSignIn(signedIn: (session: Session) => void): void {
  const form = document.querySelector<HTMLFormElement>('[data-sign-in]')!;
  const fault = form.querySelector('.fault')!;
  const valueOf = (field: string): string => form.querySelector<HTMLInputElement>(field)!.value;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    fault.textContent = '';
    try {
      const session = await signIn(valueOf('#login'), valueOf('#password'));
      form.reset();
      signedIn(session);
    } catch (thrown) {
      fault.textContent = thrown instanceof TypeError ? 'The server cannot be reached.' : (thrown as Error).message;
    }
  });
}
