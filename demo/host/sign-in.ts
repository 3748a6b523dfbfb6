import { onSignIn } from './sign-in-form.ts';

onSignIn(() => {
  const wanted = new URLSearchParams(location.search).get('to') ?? '/';
  // Only a path of this server: an address elsewhere would take the operator there.
  location.replace(
    /^\/(?!\/)/.test(wanted) && new URL(wanted, location.origin).origin === location.origin ? wanted : '/',
  );
});
